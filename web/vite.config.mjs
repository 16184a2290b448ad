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

// Carbon has every element inherit its box-sizing, component by component. All of them are border-box, so one rule says it: a selector that fits every element is
// tried on every element, and where a property that is not passed on by itself is inherited by name, a change of one element's style restyles all that is in it.
function boxSizing() {
  return {
    postcssPlugin: "box-sizing",
    Declaration: {
      "box-sizing": (declaration) => {
        if (declaration.value !== "inherit") return;
        const rule = declaration.parent;
        if (rule.selectors.includes("*")) declaration.value = "border-box";
        else if (rule.nodes.length === 1) rule.remove();
        else declaration.remove();
      },
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [typeface(), react()],
  css: {
    preprocessorOptions: { scss: { quietDeps: true, loadPaths: [fileURLToPath(new URL("node_modules", import.meta.url))] } },
    postcss: { plugins: [boxSizing()] },
  },
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
