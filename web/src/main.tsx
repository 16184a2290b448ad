import { createRoot } from "react-dom/client";
import { App, fetchPage } from "./app";
import { watchPrint } from "./print";
import "./style/index.scss";
import { bringTypeface } from "./style/typeface";

fetchPage(location.pathname);
watchPrint();
createRoot(document.getElementById("root")!).render(<App />);

// A page without a heading has its typeface, too.
setTimeout(bringTypeface, 5000);
