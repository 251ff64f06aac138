/** Serves and builds the workbench; its dev server listens on this machine only. */
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { excelFiles } from "./office/files";
import { wpsFiles } from "./wps/files";

const project = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [plainAddress(), excelFiles(), wpsFiles()],
  resolve: { dedupe: ["react", "react-dom", "rxjs"] },
  server: { host: "127.0.0.1", port: 5173, open: hasScreen(), fs: { allow: [project] } },
  preview: { host: "127.0.0.1" },
  // The thread that collects files fetches parts of its own.
  worker: { format: "es" },
  build: {
    outDir: `${project}/dist/workbench`,
    emptyOutDir: true,
    target: "es2022",
    // Examples are fetched; the page's policy lets it fetch from its own origin, not from data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { checks: { pluginTimings: false }, onwarn: keepDirectivesQuiet },
  },
});

/** "use client" in libraries means nothing to a page without a server; a hundred warnings about it hide the others. */
function keepDirectivesQuiet(warning: { code?: string }, warn: (warning: never) => void): void {
  if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning as never);
}

/** A server without a screen has no browser to open, and trying prints an error that frightens. */
function hasScreen(): boolean {
  if (process.env["CI"] !== undefined) return false;
  if (process.platform === "win32" || process.platform === "darwin") return true;
  return process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
}

/** Says in Chinese where to look, whether or not a browser opens. */
function plainAddress(): Plugin {
  return {
    name: "plain-address",
    configureServer(server) {
      server.printUrls = () => {
        const address = server.resolvedUrls?.local[0] ?? "";
        server.config.logger.info(`\n  项目台账校核工作台已启动，请用浏览器打开：${address}\n  （按 Ctrl+C 结束）\n`);
      };
    },
  };
}
