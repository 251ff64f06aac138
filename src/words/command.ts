/** What the command line says: help, progress, summary, complaints about the call. */
import { missingText } from "./missing";
import { figureText } from "./say";

export const HELP = `ledger-check —— 项目台账校核

用法（在项目文件夹里运行，前面都加 npx，例如 npx ledger-check check 文件.xlsx）
  ledger-check check 文件... [选项]
  ledger-check pack init [--pack 政策包] [-o 政策包.xlsx]   把自带的（或这份）政策包写成工作簿（或 .json），供本县修改
  ledger-check pack check 政策包.xlsx         检查改过的政策包，逐格说明错在哪里
  ledger-check pack diff 旧政策包 新政策包     两份政策包有什么不同（文件名，或 county-2025 这样的编号）

  ledger-check export 文件... -o 输出.xlsx     写出标准项目表、校核报告、缺件通知、材料清单、前期台账、倒排工期、分渠道申报表、错误信息副本和回执
      [--bulletin 通报.docx] [--last-year 去年同期.xlsx]   另写月通报（.docx 或 .txt），有去年同期的就比同比
  ledger-check template -o 标准台账模板.xlsx   写出发给各部门的空白台账：表头、下拉列表、填写说明和公式都在
  ledger-check verify 文件 [--receipt 回执.xlsx]   台账与校核回执是否一致，哪些格改动过（校验和，不是签名）
  ledger-check collect 文件夹 -o 汇总.xlsx [--roster 部门名录] [--previous 上次汇总.xlsx] [--due 报送截止日] [--last-year 去年同期.xlsx]
                                              各部门台账汇总：储备库、汇总表、目标进度、零项目和迟报部门、重复与冲突、对接矩阵、排名和亮灯、对接日历、通报（.docx 和 .txt）
      [--parquet 文件夹] [--duckdb 文件.duckdb]   另存供数据分析的明细表（docs/data-schema.md）
      [--queue redis://主机:6379]               交给多台机器一起读（docs/collect.md）
  ledger-check collect 文件夹 --worker redis://主机:6379   这台机器来帮忙读，文件夹是它看到的同一个共享文件夹

  文件可以是 .xlsx .xlsm .xls .et .xlsb .ods .csv .tsv；几个文件、几张表合在一起校核。

选项
  --as-of 2025-06-20   按哪一天判断时限和进度（默认今天）
  --pack 文件          用这份政策包（.json 或 .xlsx），不用自带的
  --compare 政策包     再按另一份政策包（文件或编号，如 county-2026）查一遍，列出会新增和会消失的问题
  --since 上次.json    与上次的 --json 结果比，只列新增的问题，并核对阶段倒退、累计数下降
  --targets 文件       用这份储备目标（JSON），不用政策包里的
  --json               结果输出为一份 JSON
  --max-size 大小      放宽解压上限，如 4GB（默认 2GB）
  --help  --version

退出码  0 没有拦路的问题 · 1 台账里有错误 · 2 有文件读不了，或命令写得不对
`;

/** What each command is asked about, and how it is written. */
const CALLS = {
  check: { what: "要校核的文件", form: "check 文件.xlsx" },
  export: { what: "要导出的台账", form: "export 台账.xlsx -o 输出.xlsx" },
  verify: { what: "要核对的台账", form: "verify 台账.xlsx --receipt 回执.xlsx" },
  collect: { what: "各部门台账所在的文件夹", form: "collect 文件夹 -o 汇总.xlsx" },
} as const;

const ALREADY_THERE = "已经有这个文件，没有覆盖它。请换一个文件名，或先把它移走";

/** What a computer says when it cannot write. */
const WRITE_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件夹。请先建好文件夹，或换一个位置",
  ENOTDIR: "路径里有一段不是文件夹。请核对路径",
  EISDIR: "这是文件夹，不是文件。请写明文件名",
  EEXIST: ALREADY_THERE,
  EACCES: "没有写的权限。请换一个位置",
  EPERM: "文件正被打开，或没有写的权限。请先关掉它，或换一个位置",
  EBUSY: "文件正被打开。请先关掉它",
  EROFS: "这个磁盘只能读。请换一个位置",
  ENOSPC: "磁盘满了。请腾出空间，或换一个位置",
};

/** Why a Redis cannot be had; what a computer says of it is none of a clerk's. */
const REDIS_FAILURES = {
  silent: {
    what: "这个地址没有程序应答",
    how: "核对主机和端口，确认那台机器上的 Redis 已经启动，并允许别的机器访问",
  },
  unknownHost: { what: "找不到这台主机", how: "核对主机名，或改写成它的 IP 地址" },
  unreachable: { what: "等不到这台主机回答", how: "核对两台机器是否在同一个网络，防火墙是否放行这个端口" },
  password: {
    what: "密码不对，或没有写密码",
    how: "写成 redis://用户:密码@主机:6379，只有密码时写成 redis://:密码@主机:6379",
  },
  broken: { what: "接通后对方断开了", how: "核对端口是不是 Redis 的；要加密连接的写成 rediss://" },
  certificate: { what: "对方的证书不受信任", how: "让管理员换受信任的证书，或在内网改用 redis://" },
  old: { what: "它的版本太旧", how: "换成 5.0 以上的 Redis" },
  unknown: { what: "原因不明", how: "核对地址、密码和防火墙，让管理员看一看 Redis 的日志" },
} as const;

export type RedisFailure = keyof typeof REDIS_FAILURES;

export const callComplaint = {
  noCommand: () => "没有写要做什么。请写成：npx ledger-check check 文件.xlsx（npx ledger-check --help 看全部用法）",
  unknownCommand: (command: string) =>
    `不认识“${command}”。现有命令：check、export、template、verify、collect、pack。请写成：npx ledger-check check 文件.xlsx`,
  unknownOption: (option: string) => `不认识选项“${option}”。请用 npx ledger-check --help 看全部选项`,
  optionOfAnother: (command: string, option: string) =>
    command === "check" && option === "output"
      ? "check 不写文件，没有选项“-o”。结果存成 JSON 请写成：npx ledger-check check 文件.xlsx --json > 结果.json；写成工作簿请用 export"
      : `${command} 没有选项“${option === "output" ? "-o" : `--${option}`}”。请用 npx ledger-check --help 看写法`,
  noFiles: (command: keyof typeof CALLS) =>
    `没有写${CALLS[command].what}。请写成：npx ledger-check ${CALLS[command].form}`,
  noValue: (option: string) => `${option} 后面没有写内容。请用 npx ledger-check --help 看写法`,
  noValueWanted: (option: string) => `${option} 后面不用写内容。请用 npx ledger-check --help 看写法`,
  badDay: (text: string) => `--as-of 后面的“${text}”不是日期。请写成 2025-06-20 这样`,
  badSize: (text: string) => `--max-size 后面的“${text}”不是大小。请写成 4GB 或 800MB 这样`,
  badTargets: (path: string, why: string) =>
    `${path}：储备目标读不懂（${why}）。请写成 {"count":30,"wan":500000,"countedFrom":"2025-01-01","by":"2025-06-30"}`,
  noOutput: (command: string) => `没有写输出到哪里。请写成：npx ledger-check ${command} … -o 输出.xlsx`,
  verifyCall: () => "verify 一次只核对一份文件。请写成：npx ledger-check verify 台账.xlsx --receipt 回执.xlsx",
  noReceipt: (path: string) =>
    `${path}：里面没有校核回执。请用 --receipt 指明回执文件，或先用 npx ledger-check export 台账.xlsx -o 输出.xlsx 生成`,
  wouldOverwrite: (path: string) => `${path}：这是要读的文件，不能写在它上面。请换一个输出文件名`,
  collectingAlready: (output: string, { pid, host }: { readonly pid: number; readonly host: string }) =>
    `${output}：另一次汇总正在写它（${host} 上的进程 ${String(pid)}）。请等它完成，或换一个输出文件名；确认没有别的汇总在运行时，删去 ${output}.进度.lock 再试`,
  nothingThere: (paths: readonly string[]) =>
    `${paths.join("、")}：表里没有一行项目。请核对文件和工作表是否拿对，表头下面是否有内容`,
  reportOfNone: (paths: readonly string[], output: string) =>
    `${paths.join("、")}：是零报告，写明没有项目，没有可写的表，没有写出 ${output}。照原件报送即可`,
  nothingToExport: (paths: readonly string[], output: string) =>
    `${paths.join("、")}：表里没有一行项目，没有写出 ${output}。请核对文件和工作表是否拿对，表头下面是否有内容`,
  collectCall: () => "collect 一次只汇总一个文件夹。请写成：npx ledger-check collect 文件夹 -o 汇总.xlsx",
  badQueue: (text: string) => `“${text}”不是 Redis 的地址。请写成 redis://主机:6379 或 rediss://用户:密码@主机:6379`,
  workerCall: () =>
    "来帮忙的机器只看一个文件夹。请写成：npx ledger-check collect 共享文件夹 --worker redis://主机:6379",
  noQueueLibrary: () =>
    "没有装队列要用的 bullmq 和 ioredis。请在安装目录运行 npm install --include=optional，或不用 --queue",
  noRedis: (address: string, why: RedisFailure) =>
    `${address}：连不上 Redis，${REDIS_FAILURES[why].what}。请${REDIS_FAILURES[why].how}`,
  noDuckdb: () =>
    "没有装 DuckDB（@duckdb/node-api）。请在安装目录运行 npm install --include=optional，或不用 --parquet、--duckdb",
  badBulletin: (path: string) => `--bulletin 后面的“${path}”不是 .docx 或 .txt。请写成 --bulletin 通报.docx`,
  badDue: (text: string) => `--due 后面的“${text}”不是日期。请写成 2025-06-20 这样`,
  emptyFolder: (path: string) => `${path}：找不到这个文件夹，或里面没有台账。请核对路径`,
  packCall: () => "pack 后面请写 init、check 文件 或 diff 旧 新，例如：npx ledger-check pack check 政策包.xlsx",
  notBaseline: (path: string) => `${path}：不是上次的校核结果。请用 npx ledger-check check … --json 存下来的文件`,
  noPack: (name: string) => `找不到政策包“${name}”。请写文件名，或自带的编号（county-2025、county-2026）`,
  cannotWrite: (path: string, failure: unknown) => `${path}：写不进去，${writeFailure(failure)}`,
  noRoster: (path: string) =>
    `${path}：里面没有部门名录，像是项目台账。请核对 --roster 后面的文件；名录可以只有一列部门名称`,
  noFormer: (path: string, option: string) =>
    `${path}：里面没有项目。请核对 ${option} 后面的文件，它应是上次的汇总或台账`,
  alreadyThere: (path: string) => `${path}：${ALREADY_THERE}`,
  badOutput: (path: string) => `-o 后面的“${path}”不是 .xlsx。写出的是工作簿，请写成 -o 输出.xlsx`,
  notAPack: (path: string) => `${path}：里面没有政策包的表。请用 npx ledger-check pack init 写出一份，在它上面改`,
  missingFile: (path: string) => `${path}：找不到这个文件。请核对文件名和所在文件夹`,
  notJson: (path: string, why: string) => `${path}：不是有效的 JSON（${why}）。请用文本编辑器改正后再试`,
} as const;

function writeFailure(failure: unknown): string {
  const code: unknown = failure instanceof Error && "code" in failure ? failure.code : null;
  const known = typeof code === "string" ? WRITE_FAILURES[code] : undefined;
  return (
    known ?? `${failure instanceof Error ? failure.message : String(failure)}。请核对文件夹是否存在、文件是否正被打开`
  );
}

/** Targets from a file of their own: what they are called, and why one is none. */
export const ownTargets = {
  name: () => "储备目标",
  document: () => "自定义储备目标",
  notObject: (place: number) => `第 ${figureText(place)} 项不是对象`,
  noEnd: () => "缺少 by（截止日）",
  badStart: () => "countedFrom（起算日）不是日期",
  badCount: () => "count（个数）不是数字",
  badAmount: () => "wan（万元）不是数字",
} as const;

export const notice = {
  packNotInForce: (title: string, asOf: string) =>
    `${asOf} 没有生效的政策包，暂按最接近的“${title}”判断，时限和目标请自行核对。`,
  assumedUnit: (sheet: string, unit: string) =>
    `“${sheet}”没有写金额单位，暂按${unit}读。请在表头上方写明“单位：${unit}”。`,
  assumedUnitOf: (sheet: string, headings: string, unit: string) =>
    `“${sheet}”的“${headings}”没有写金额单位，暂按${unit}读。请在表头里写明“（${unit}）”。`,
  ofEarlierTime: (stated: string, asOf: string) =>
    `台账写明的时间是 ${stated}，现在按今天 ${asOf} 判断，当时还没到的期限会算成已过。要按当时判断，请加 --as-of ${stated}。`,
  ownPack: (title: string) => `按本工作簿自己的政策包“${title}”判断。`,
  ownPackFault: (fault: string) => `本工作簿自己的政策包没有采用：${fault}`,
  daysBeyondData: (through: string) => `工作日数据止于 ${through}，之后的天数不作计算，请在“节假日”表补录。`,
} as const;

const NO_PROJECTS = "还没有填项目";

/** What a verdict is said of: an empty ledger is nothing to hand in, and no reason to worry either. */
export interface VerdictFacts {
  readonly errors: number;
  /** Files. */
  readonly unreadable: number;
  readonly ledgers: number;
  readonly projects: number;
  /** One of the ledgers says itself that it has no project. */
  readonly reportsNone: boolean;
}

export const summary = {
  verdict: ({ errors, unreadable, ledgers, projects, reportsNone }: VerdictFacts) => {
    if (errors > 0) return `暂不能报送：${figureText(errors)} 项错误`;
    if (unreadable > 0) return "暂不能报送";
    if (ledgers === 0) return "没有找到项目台账";
    if (projects > 0) return "可以报送";
    return reportsNone ? "零报告，可以报送" : NO_PROJECTS;
  },
  noProjects: () => NO_PROJECTS,
  reportsNone: () => "零报告：表里写明没有项目",
  counts: (warnings: number, hints: number, waived: number) =>
    `提醒 ${figureText(warnings)} · 建议 ${figureText(hints)}${waived > 0 ? ` · 暂不处理 ${figureText(waived)}` : ""}`,
  read: (files: number, rows: number, seconds: string, asOf: string, pack: string) =>
    `${figureText(files)} 个文件，${figureText(rows)} 个项目，按 ${asOf} 和政策包 ${pack} 判断，用时 ${seconds} 秒`,
  notRead: () => "没有读成",
  unreadable: (files: number) => `${figureText(files)} 个文件没有读成`,
  sheet: (sheet: string, rows: number) => `${sheet}（${figureText(rows)} 个项目）`,
  tableOf: (sheet: string, place: number, row: number) =>
    `${sheet} 第 ${figureText(place)} 张表（表头在第 ${String(row)} 行）`,
  other: (sheet: string, why: string) => `${sheet}：不作台账校核（${why}）`,
  waiting: (terms: readonly string[], all: number, rules: number) =>
    `${figureText(rules)} 条规则没有判断：表里没有${all > terms.length ? ` ${figureText(all)} 列，如` : ""}${terms.join("、")}${all > terms.length ? "" : "列"}（--json 看全部）`,
  sourceLeftOut: (column: string, heading: string) =>
    `${column} 列“${heading}”像是资金来源，没有认出是哪一项，没有计入来源合计，所以没有判断来源是否少于总投资（C206）。请把表头改成上级资金、自筹资金、其他资金这类名称，或在工作台里指定这一列`,
  row: (row: number) => `第 ${String(row)} 行`,
  headingRow: (row: number) => `第 ${String(row)} 行表头`,
  nothing: () => "没有发现问题",
  more: (count: number) => `…… 另有 ${figureText(count)} 处同类问题（--json 看全部）`,
  moreNotation: (count: number, places: readonly string[]) =>
    `…… 另有 ${figureText(count)} 处同类问题，只是写法：${places.join(" ")}${count > places.length ? " 等" : ""}（工作台里可以一次改好）`,
  run: () => "整份台账",
  since: (fresh: number, old: number) =>
    `与上次相比：新增 ${figureText(fresh)} 项，上次已有 ${figureText(old)} 项（未列出）`,
  comparison: (title: string, named: string, appearing: number, going: number) =>
    `换成“${title}”（${named}）：会新增 ${figureText(appearing)} 项，会消失 ${figureText(going)} 项`,
  reserve: (added: number, target: number, wan: string, targetWan: string) =>
    `储备（全县目标）：新增 ${figureText(added)} / ${figureText(target)} 个，${wan} / ${targetWan} 亿元`,
  gap: (count: number, yi: string | null, days: number | null, pace: string) =>
    `，${missingText(count, yi)}，剩 ${days === null ? "？" : figureText(days)} 个工作日${pace}`,
  pace: (count: string) => `，每个工作日需 ${count} 个`,
  fit: (count: number, total: number, percent: string) =>
    `，符合支持方向 ${figureText(count)} / ${figureText(total)}（${percent}）`,
} as const;

export const exportWords = {
  written: (path: string, sheets: number, code: string) => `已写出 ${path}：${figureText(sheets)} 张表，回执码 ${code}`,
  bulletin: (path: string) => `已写出 ${path}：月通报`,
  template: (path: string, pack: string) => `已写出 ${path}：标准台账模板，下拉列表取自“${pack}”`,
  same: (count: number, asOf: string, code: string) =>
    `一致：${figureText(count)} 个项目的内容与 ${asOf} 的回执（${code}）相同。这是校验和，不是签名`,
  comparedWhole: () =>
    "比了各项目的每一列（认不出的列也比）和合计行；标题、说明、不作台账校核的表不比，行的先后、单位、序号不算改动，意思没变的写法另列为“只改写法”",
  comparedProjects: () =>
    "只比了各项目认得出的列：认不出的列和合计行，这份回执没有记（旧版）或这张表（标准项目表）里没有；写法不算改动",
  different: (asOf: string, code: string) => `不一致：内容与 ${asOf} 的回执（${code}）不同`,
  unsound: () => "回执本身被改动过：回执码与回执上的内容对不上",
  changes: { added: "新增", gone: "少了", changed: "改动", rewritten: "只改写法" },
  renamed: (before: string, now: string) => `${before} → ${now}`,
  row: (sheet: string, row: number) => (sheet === "" ? `第 ${String(row)} 行` : `${sheet} 第 ${String(row)} 行`),
  column: (column: string, heading: string) => `${column} 列“${heading}”`,
  noColumn: (term: string) => `“${term}”（现在没有这一列）`,
  /** What the project says although no column does: the name of the sheet, the lines above the heading, another sheet. */
  elsewhere: (term: string) => `“${term}”（写在表格各列之外）`,
  reporterAbove: (sheet: string) => `${sheet === "" ? "" : `${sheet} `}表头上方的“填报单位”`,
  totalRow: (label: string) => `合计行“${label}”`,
  count: () => "项目个数",
  total: (before: string, now: string) => `总投资 ${before} → ${now} 万元`,
  more: (count: number) => `…… 另有 ${figureText(count)} 个`,
} as const;

export const collectWords = {
  written: (path: string, files: number, projects: number, unread: number) =>
    `已写出 ${path}：${figureText(files)} 份文件，${figureText(projects)} 个项目${unread > 0 ? `，${figureText(unread)} 份没有读成（见“文件清单”）` : ""}`,
  dueWithoutRoster: () =>
    "没有部门名录，迟报名单只列得出文件改于截止日之后的，列不出没有报送的部门。要列全，请加 --roster 部门名录",
  resumed: (done: number, left: number) => `接着上次没做完的：已有 ${figureText(done)} 份，还剩 ${figureText(left)} 份`,
  waiting: (files: number, address: string) => `已把 ${figureText(files)} 份文件排进队列，等各台机器来取：${address}`,
  working: (address: string, folder: string, threads: number) =>
    `在 ${address} 等文件，从 ${folder} 读，${figureText(threads)} 个一起读；按 Ctrl+C 结束`,
  over: () => "这次汇总已经结束",
  outside: (path: string) => `${path}：不在这台机器的共享文件夹里，没有读`,
  changedSince: (path: string) =>
    `${path}：这台机器看到的文件与汇总的机器看到的不一样（大小不同）。请等共享文件夹同步好再汇总`,
  givenUp: (path: string, why: string) => `${path}：各台机器都没有读成（${why}）`,
  progress: (done: number, all: number, perSecond: string, seconds: number) =>
    `已读 ${figureText(done)} / ${figureText(all)} 份，每秒 ${perSecond} 份，还要约 ${figureText(seconds)} 秒`,
} as const;

export const packWords = {
  written: (path: string) =>
    `已写出 ${path}。改好后用 npx ledger-check pack check ${path} 检查，再用 --pack ${path} 使用`,
  sound: (path: string, title: string, unverified: number) =>
    `${path}：“${title}”没有问题，其中依据待核 ${figureText(unverified)} 条`,
  same: () => "两份政策包没有不同",
  change: (kind: string, part: string, name: string, fact: string, said: string) =>
    `${kind} ${[part, name, fact].filter((text) => text !== "").join(" · ")}${said === "" ? "" : `：${said}`}`,
  since: (name: string, from: string) => `${name}（${from} 起）`,
  fromTo: (before: string, after: string) => `${before} → ${after}`,
  put: (item: string) => `加上 ${item}`,
  taken: (item: string) => `去掉 ${item}`,
  inside: (item: string, fact: string, said: string) => `${item}的${fact} ${said}`,
  again: (label: string, count: number) => `${label}（第 ${String(count)} 组）`,
  reordered: () => "次序不同",
  nothing: () => "（无）",
  yes: () => "是",
  no: () => "否",
  units: { workday: "工作日", day: "日", month: "个月", year: "年" } as Readonly<Record<string, string>>,
  kinds: { added: "新增", gone: "去掉", changed: "改动" },
} as const;

export const progressWords = {
  reading: (path: string, rows: number) => `正在读 ${path}：${figureText(rows)} 行`,
  checking: (rows: number, of: number) => `已查 ${figureText(rows)} / ${figureText(of)} 行`,
} as const;
