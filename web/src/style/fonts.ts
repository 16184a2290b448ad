// IBM Plex Sans JP in the pieces of its package: the browser fetches only those whose letters are on the page. Loaded after the first page (typeface.ts), which is
// drawn in the system's own.
import "@ibm/plex-sans-jp/fonts/split/woff2/hinted/IBMPlexSansJP-Regular.css";
import "@ibm/plex-sans-jp/fonts/split/woff2/hinted/IBMPlexSansJP-SemiBold.css";
