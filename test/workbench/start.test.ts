/** What a newcomer sees after `npm start`: where to look, and no wall of warnings before it. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { once } from "node:events";

interface Scripts {
  readonly scripts: { readonly start: string };
}

it("npm start says in Chinese where to look, in a few lines and without a warning", async () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as Scripts;
  const [program = "", ...words] = scripts.start.split(" ");
  // Port 0 is any that is free; without a screen nothing opens a browser.
  const environment = { ...process.env, CI: "1", NO_COLOR: "1" };
  const server = spawn(program, [...words, "--port", "0"], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const closed = once(server, "close");
  try {
    await new Promise<void>((resolve, reject) => {
      const hear = (piece: Buffer): void => {
        said += String(piece);
        if (said.includes("Ctrl+C")) resolve();
      };
      server.stdout.on("data", hear);
      server.stderr.on("data", hear);
      server.on("close", () => {
        reject(new Error(said));
      });
    });
  } finally {
    server.kill();
    await closed;
  }
  expect(said).toMatch(/工作台已启动，请用浏览器打开：http:\/\/127\.0\.0\.1:\d+\//u);
  expect(said).not.toMatch(/warning|unsupported/iu);
  expect(said.split("\n").filter((line) => line.trim() !== "").length).toBeLessThan(6);
}, 60_000);
