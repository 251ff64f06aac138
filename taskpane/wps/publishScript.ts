/** The script of the publish page: installs and removes the add-in through the service that WPS keeps on this computer. For any browser. */

/** WPS's service; nothing else may be asked. */
export const SERVICES = ["http://127.0.0.1:58890", "http://localhost:58890", "https://127.0.0.1:58891"] as const;

/** In the JavaScript of old browsers, since it runs in whatever a clerk's computer opens. */
export const PUBLISH_SCRIPT = `(function () {
  var services = ${JSON.stringify(SERVICES)};
  var said = document.getElementById("said");
  var here = location.href.replace(/[?#].*$/, "").replace(/[^\\/]*$/, "");
  var item = window.addIn;
  var isOnline = item.mode === "online";

  function say(text) { said.textContent = text; }

  function address() { return isOnline ? here + "wps/" : here + item.name + ".7z"; }

  /* The JSON is ASCII, since an address is percent-encoded. */
  function order(cmd) {
    return btoa(JSON.stringify({
      cmd: cmd, name: item.name, url: address(), addonType: item.addonType,
      online: isOnline ? "true" : "false", version: item.version, customDomain: ""
    }));
  }

  function ask(path, body, answered, failed, service) {
    var at = service || 0;
    if (at >= services.length) return failed();
    var request = new XMLHttpRequest();
    request.open("POST", services[at] + path);
    request.timeout = 4000;
    request.onload = function () {
      if (request.status === 200) answered(request.responseText);
      else ask(path, body, answered, failed, at + 1);
    };
    request.onerror = request.ontimeout = function () { ask(path, body, answered, failed, at + 1); };
    request.send(body);
  }

  function silent() {
    say("WPS 没有应答。请先打开 WPS 表格（或点下面的链接），再试一次；浏览器问是否允许访问本机时点“允许”。\\n仍不行时，请用安装包里的 install.cmd（Windows）或 install.sh（UOS、麒麟）。");
  }

  function look() {
    ask("/publishlist", "", function (text) {
      var mine = [];
      try {
        mine = JSON.parse(text || "[]").filter(function (one) { return one.name === item.name; });
      } catch (error) {
        return say("WPS 已应答。可以安装。");
      }
      if (mine.length === 0) return say("WPS 已应答，还没有安装。");
      say("已安装" + (mine[0].version ? "，版本 " + mine[0].version : "") + "。功能区里没有时，请把 WPS 全部关掉再打开。");
    }, silent);
  }

  function send(cmd, done) {
    say("正在请 WPS 处理，请看 WPS 有没有弹出询问…");
    ask("/deployaddons/runParams", order(cmd), function (answer) {
      if (answer === "" || answer === "OK") say(done);
      else say("WPS 没有接受：" + answer);
    }, silent);
  }

  document.getElementById("install").onclick = function () {
    send("enable", "已交给 WPS 安装。请在 WPS 的询问里点“允许”，然后把 WPS 全部关掉，重新打开。");
  };
  document.getElementById("remove").onclick = function () {
    send("disable", "已请 WPS 卸载。请把 WPS 全部关掉，重新打开。");
  };
  look();
})();`;
