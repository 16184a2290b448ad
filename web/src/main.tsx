import { createRoot } from "react-dom/client";
import { makeQueryClient } from "./api/queries";
import { sessionQuery } from "./api/session";
import { App, fetchPage } from "./app";
import { watchPrint } from "./print";
import "./style/index.scss";
import { bringTypeface } from "./style/typeface";

// Frame and page are drawn at once if the page's code and the session come soon, which spares the browser a second drawing; otherwise the frame alone.
const PATIENCE_MS = 800;

watchPrint();
const client = makeQueryClient();
void Promise.race([Promise.all([client.prefetchQuery(sessionQuery), fetchPage(location.pathname)]), new Promise((enough) => setTimeout(enough, PATIENCE_MS))]).then(() => {
  createRoot(document.getElementById("root")!).render(<App client={client} />);
});

// A page without a heading has its typeface, too.
setTimeout(bringTypeface, 5000);
