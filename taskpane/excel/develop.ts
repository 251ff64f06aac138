/** npm run excel: serves dist/excel at https://localhost:3000/ and makes this computer's Excel offer it. For developers. */
import { execFileSync } from "node:child_process";
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { homedir } from "node:os";
import path from "node:path";

const FOLDER = path.resolve("dist/excel");
const CERTIFICATES = path.join(homedir(), ".office-addin-dev-certs");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
};

const [key, cert] = ["localhost.key", "localhost.crt"].map((name) => path.join(CERTIFICATES, name));
if (!hasExcel()) {
  process.stderr.write(
    "这台电脑上没有找到 Excel，没有可登记的地方。包已写在 dist/excel；要看同一个面板，请运行 npm start，在打开的地址后面加 ?host=excel。\n",
  );
  process.exitCode = 1;
} else if (!key || !cert || !existsSync(key) || !existsSync(cert)) {
  process.stderr.write(
    `缺少本机证书。请先运行一次：npx office-addin-dev-certs install（证书会放在 ${CERTIFICATES}）\n`,
  );
  process.exitCode = 1;
} else {
  offer();
  serve(readFileSync(key), readFileSync(cert));
}

function hasExcel(): boolean {
  if (process.platform === "darwin") return existsSync("/Applications/Microsoft Excel.app");
  if (process.platform !== "win32") return false;
  try {
    execFileSync("reg", ["query", "HKCR\\Excel.Application"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Where Excel looks for add-ins that are being developed. */
function offer(): void {
  const manifest = path.join(FOLDER, "manifest.xml");
  const id = /<Id>(.*)<\/Id>/.exec(readFileSync(manifest, "utf8"))?.[1] ?? "";
  if (process.platform === "win32") {
    const place = "HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer";
    execFileSync("reg", ["add", place, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"], { stdio: "ignore" });
  } else {
    const place = path.join(homedir(), "Library/Containers/com.microsoft.Excel/Data/Documents/wef");
    mkdirSync(place, { recursive: true });
    copyFileSync(manifest, path.join(place, `${id}.xml`));
  }
}

function serve(secret: Buffer, certificate: Buffer): void {
  const server = createServer({ key: secret, cert: certificate }, (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
    const file = path.join(FOLDER, asked);
    if (!file.startsWith(FOLDER + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  server.listen(3000, "127.0.0.1", () => {
    process.stdout.write("https://localhost:3000/ 已就绪。请重新打开 Excel：开始 → 加载项（按 Ctrl+C 结束）\n");
  });
}
