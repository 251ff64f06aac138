/** Which room may look into which: ARCHITECTURE.md's table, refused by a machine. */
const rooms = {
  measure: [],
  sheet: [],
  hosts: ["sheet"],
  ledger: ["measure", "sheet"],
  policy: ["measure"],
  rules: ["measure", "ledger", "policy", "reserve"],
  findings: ["measure", "ledger", "policy", "rules", "sheet", "reserve"],
  fixes: ["measure", "ledger", "policy", "findings", "sheet"],
  reserve: ["measure", "ledger", "policy"],
  report: ["measure", "sheet", "ledger", "policy", "rules", "findings", "fixes", "reserve", "words"],
  // The glossary of fields is words too: sentences name a field by its term.
  words: ["measure", "ledger", "rules", "findings"],
};

const forbidden = Object.entries(rooms).map(([room, mayUse]) => ({
  name: `${room}-looks-only-where-it-may`,
  comment: `src/${room} may look into: ${mayUse.join(", ") || "nothing"}`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^(src|functions|taskpane|workbench|test)/", pathNot: `^src/(${[room, ...mayUse].join("|")})/` },
}));

/** The reader's parts, each of which knows only those before it; what puts them together stands above all. */
const readerParts = ["heading", "block", "column", "row"];

const reader = readerParts.map((part, index) => ({
  name: `ledger-${part}-knows-only-what-comes-before`,
  comment: `src/ledger/${part} may look into: ${[...readerParts.slice(0, index), "what all of them speak of"].join(", ")}`,
  severity: "error",
  from: { path: `^src/ledger/${part}/` },
  to: {
    path: "^src/ledger/",
    pathNot: [
      `^src/ledger/(${readerParts.slice(0, index + 1).join("|")})/`,
      "^src/ledger/(ledger|fields|tense|source)\\.ts$",
    ],
  },
}));

module.exports = {
  forbidden: [
    ...forbidden,
    ...reader,
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "functions-know-no-host-report-or-command-line",
      severity: "error",
      from: { path: "^functions/" },
      to: { path: "^(src/(hosts|report|cli)|taskpane|workbench)/" },
    },
    {
      name: "a-host-only-in-hosts",
      comment: "Only src/hosts may know which program shows the sheet; only an entry point picks one.",
      severity: "error",
      from: {
        path: "^(src|functions|taskpane|workbench)/",
        pathNot: ["^src/hosts/", "^src/cli/", "^taskpane/main", "^workbench/"],
      },
      to: { path: "^src/hosts/" },
    },
    {
      name: "programs-only-in-hosts",
      severity: "error",
      from: { path: "^(src|functions|taskpane)/", pathNot: "^src/hosts/" },
      to: { path: "@univerjs|office-js|et-jsapi" },
    },
    {
      name: "one-door-to-the-drawing-library",
      comment: "Only taskpane/charts/marks.tsx knows what draws the charts; docs/charts.md says why it is visx.",
      severity: "error",
      from: { path: "^(src|functions|taskpane|workbench)/", pathNot: "^taskpane/charts/marks\\.tsx$" },
      to: { path: "node_modules/(@visx|d3-)" },
    },
    {
      name: "charts-only-on-pages-that-come-later",
      comment: "The pane's first page has no chart and does not fetch what draws them.",
      severity: "error",
      from: { pathNot: "^(taskpane/(charts|targets|steps)|test)/" },
      to: { path: "^taskpane/charts/" },
    },
    {
      name: "nothing-from-the-command-line",
      severity: "error",
      from: { pathNot: "^(src/cli|test)/" },
      to: { path: "^src/cli/" },
    },
    { name: "nothing-from-tests", severity: "error", from: { pathNot: "^test/" }, to: { path: "^test/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
