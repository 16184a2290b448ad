import { createRoot } from "react-dom/client";
import { App, fetchPage } from "./app";
import { watchPrint } from "./print";
import "./style/index.scss";

fetchPage(location.pathname);
watchPrint();
createRoot(document.getElementById("root")!).render(<App />);

// The typeface comes after the first paint; until then the system's own is shown.
requestAnimationFrame(() => setTimeout(() => void import("./style/fonts"), 0));
