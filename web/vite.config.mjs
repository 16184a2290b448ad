// The page is built into build/web/: index.html and, under assets/, files whose names carry the hash of their content.
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const OUT = process.env.SUMI_WEB_OUT ?? fileURLToPath(new URL("../build/web", import.meta.url));

// The typeface's own style sheets hide a text until its piece has come; here the system's typeface is shown meanwhile, and none that the machine happens to have.
function typeface() {
  return {
    name: "typeface",
    enforce: "pre",
    transform(code, id) {
      if (!/IBMPlexSansJP-\w+\.css/.test(id)) return undefined;
      if (!code.includes("font-weight:") || !code.includes("src: local(")) throw new Error(`${id} is not what typeface() in vite.config.mjs expects`);
      return code.replace(/src: (local\([^)]*\), )+/g, "src: ").replaceAll("font-weight:", "font-display: swap;\n\tfont-weight:");
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [typeface(), react()],
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: [fileURLToPath(new URL("node_modules", import.meta.url))] } } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: "es2022",
    // Nothing is inlined as data: fonts and pictures are files of the server, which the content security policy names.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: "manifest.json",
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
});
