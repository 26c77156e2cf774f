import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env.PARLEY_API ?? "http://127.0.0.1:7878";
const root = fileURLToPath(new URL("src/desk", import.meta.url));

/** The desk, built into dist/desk, where `parley serve` finds it. With `vite` alone it runs against the server at PARLEY_API. */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("dist/desk", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // the content security policy lets no data: fonts or scripts through
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    // the desk's own folder of that name is no part of the API
    proxy: {
      // the server takes nothing from pages of another origin
      "^/api/(?!.*[.]ts)": { target: api, changeOrigin: true, headers: { origin: api } },
    },
  },
});
