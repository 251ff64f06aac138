/** The pages and small files that WPS loads: relative addresses, classic scripts, nothing from elsewhere. */
import { createHash } from "node:crypto";
import { WPS_WORDS } from "../../src/words/wps";
import { ADD_IN, ADD_IN_TYPE, ADD_IN_VERSION } from "./addIn";
import { PUBLISH_SCRIPT, SERVICES } from "./publishScript";

const FONT = `"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif`;

/** Pages may run from files, whose scripts Chromium counts as 'self' only where it says so: file: is named besides. No connection at all. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' file: data:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Never seen: WPS keeps it open as long as the program runs. In offline mode WPS makes such a page itself, which loads main.js too. */
export function entryPage(): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <title>${WPS_WORDS.addIn}</title>
    <script src="main.js"></script>
  </head>
  <body></body>
</html>
`;
}

export function panePage(): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <title>${WPS_WORDS.addIn}</title>
    <style>
      html, body { height: 100%; margin: 0; font-family: ${FONT}; }
      #pane { height: 100%; }
      #pane > p { margin: 12px; font-size: 14px; line-height: 1.6; }
    </style>
    <script src="taskpane.js" defer></script>
  </head>
  <body>
    <div id="pane"><p>${WPS_WORDS.opening}</p></div>
  </body>
</html>
`;
}

/** What a clerk opens in a browser to install: it asks WPS's own service on this computer, and nobody else. */
export function publishPage(mode: "online" | "offline"): string {
  const settings = `window.addIn = ${JSON.stringify({ name: ADD_IN, addonType: ADD_IN_TYPE, version: ADD_IN_VERSION, mode })};`;
  const scripts = [settings, PUBLISH_SCRIPT];
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = `default-src 'none'; script-src ${hashes.join(" ")}; style-src 'unsafe-inline'; connect-src ${SERVICES.join(" ")}`;
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>安装 ${WPS_WORDS.addIn}（WPS 加载项）</title>
    <style>
      body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 17px/1.7 ${FONT}; }
      button { font: inherit; padding: 0.4rem 1.2rem; margin-right: 0.8rem; }
      [role="status"] { border-left: 4px solid #106e56; padding: 0.3rem 0.8rem; background: #f4f7f6; white-space: pre-line; }
    </style>
  </head>
  <body>
    <h1>安装 ${WPS_WORDS.addIn}</h1>
    <ol>
      <li>先打开一次 WPS 表格，再点“安装”。</li>
      <li>WPS 会问是否信任这个加载项：点“信任并安装”或“允许”。</li>
      <li>把 WPS 的窗口<strong>全部关掉，重新打开</strong>，功能区里才有“${WPS_WORDS.addIn}”。</li>
    </ol>
    <p>
      <button id="install" type="button">安装</button><button id="remove" type="button">卸载</button>
    </p>
    <p id="said" role="status">正在看这台电脑上的 WPS…</p>
    <p><a href="ksoWPSCloudSvr://start=RelayHttpServer">WPS 没有应答时，点这里启动它的安装服务</a>，再点“安装”。</p>
    <script>${settings}</script>
    <script>${PUBLISH_SCRIPT}</script>
  </body>
</html>
`;
}

/** What a clerk who opens the folder is told first. */
export function readMe(mode: "online" | "offline"): string {
  const how =
    mode === "offline"
      ? [
          "Windows：双击 install.cmd。卸载：双击 uninstall.cmd。",
          "UOS、麒麟：在这个文件夹打开终端，输入 sh install.sh（不要加 sudo）。卸载：sh uninstall.sh。",
          "脚本装好后没有出现选项卡时（个人版常见）：先打开 WPS 表格，再用浏览器打开 publish.html，点“安装”。",
        ]
      : [
          "管理员：把这个文件夹放到内网网站上，地址与打包时 --base 写的相同；nginx.conf、web.config 是写法。",
          "各人：先打开 WPS 表格，再用浏览器打开网站上的 publish.html，点“安装”。",
          "专业版、信创可以统一下发：把 oem.ini 里的几行加进 WPS 的 office6/cfgs/oem.ini。",
        ];
  return [
    `${WPS_WORDS.addIn}（WPS 表格加载项）${ADD_IN_VERSION}`,
    "",
    ...how,
    "",
    "装好后：打开 WPS 表格，在询问里点“允许”；再把 WPS 的窗口全部关掉，重新打开，功能区里就有“台账校核”。",
    "面板开着时功能区点不动，就点面板里的“收起面板”。",
    "",
  ].join("\r\n");
}

/** Asked for by WPS at every start. */
export function manifestXml(): string {
  return `<JsPlugin>
  <ApiVersion>1.0.0</ApiVersion>
  <Name>${ADD_IN}</Name>
  <Description>${WPS_WORDS.description}</Description>
</JsPlugin>
`;
}

/** The list of add-ins that an administrator hands out. */
export function jsPluginsXml(entry: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<jsplugins>
  ${entry}
</jsplugins>
`;
}

/** Addresses of online add-ins end in a stroke. */
export function onlineEntry(address: string): string {
  return `<jspluginonline name="${ADD_IN}" type="${ADD_IN_TYPE}" url="${address}"/>`;
}

export function offlineEntry(archive: string): string {
  return `<jsplugin name="${ADD_IN}" type="${ADD_IN_TYPE}" url="${archive}" version="${ADD_IN_VERSION}"/>`;
}

/** Lines for an administrator to add to WPS's own settings; no script of ours touches them. Without an address WPS reads the list on its own computer. */
export function oemSnippet(list: string | null): string {
  const server = list === null ? "" : `[Server]\nJSPluginsServer=${list}\n`;
  return `; 加到 WPS 安装目录下 office6/cfgs/oem.ini（专业版、企业版、信创版；个人版 12.1.0.16910 起不认）。
; 已有 [Support]、[Server] 段时，把对应的行加进已有的段，不要写两遍段名。
[Support]
JsApiPlugin=true
${server}`;
}
