/** A project rests on a policy that is in force. */
import type { Ledger, TableRow } from "../ledger/ledger";
import type { Interval } from "../measure/types";
import type { Pack } from "../policy/pack";
import { DISPATCH_MEETING } from "./bases";
import { ledgerRule, type LedgerContext } from "./rule";

export default ledgerRule({
  code: "C209",
  severity: "error",
  basis: { ...DISPATCH_MEETING, article: "建立政策研究台账，动态跟踪政策变化" },
  seed: ["B6"],
  needs: ["policyBasis"],
  on: "2025-06-20",
  good: [
    [{ name: "城区供水管网改造工程", department: "水务局", totalInvestment: 5200, policyBasis: "国办发〔2024〕52号" }],
    {
      rows: [
        {
          name: "城区供水管网改造工程",
          department: "水务局",
          totalInvestment: 5200,
          policyBasis: "川政办发〔2024〕3号",
        },
      ],
      sheets: [
        [
          ["政策名称", "文号", "发文机关", "失效日期"],
          ["供水管网改造支持办法", "川政办发〔2024〕3号", "县政府办", "2026-12-31"],
        ],
      ],
    },
  ],
  bad: [
    {
      rows: [
        {
          name: "城区供水管网改造工程",
          department: "水务局",
          totalInvestment: 5200,
          policyBasis: "川政办发〔2024〕3号",
        },
      ],
      sheets: [
        [
          ["政策名称", "文号", "发文机关", "失效日期"],
          ["供水管网改造支持办法", "川政办发〔2024〕3号", "县政府办", "2024-12-31"],
        ],
      ],
    },
    {
      rows: [
        {
          name: "城区供水管网改造工程",
          department: "水务局",
          totalInvestment: 5200,
          policyBasis: "供水管网改造支持办法",
        },
      ],
      sheets: [
        [
          ["政策名称", "文号", "发文机关", "施行日期"],
          ["供水管网改造支持办法", "川政办发〔2025〕9号", "县政府办", "2025-09-01"],
        ],
      ],
    },
  ],
  *check(context) {
    const stale = [...fromPack(context.pack, context.asOf), ...fromSheets(context)];
    if (stale.length === 0) return;
    for (const ledger of context.ledgers) {
      for (const project of ledger.projects) {
        const cited = project.values.policyBasis;
        const found =
          cited === undefined ? undefined : stale.find(({ names }) => names.some((name) => cited.includes(name)));
        if (!found) continue;
        const args = { policy: found.name, day: found.day, state: found.state };
        yield { ledger, project, row: project.row, fields: ["policyBasis"], args };
      }
    }
  },
});

interface Stale {
  readonly name: string;
  readonly names: readonly string[];
  /** Blank where a sheet only says that it is out of force. */
  readonly day: string;
  readonly state: "ended" | "coming";
}

/** Shorter names would be found in any text. */
const SHORTEST = 4;

function fromPack(pack: Pack, asOf: string): Stale[] {
  return pack.policies.flatMap(({ name, number, aliases, from, to }) => {
    const names = [name, ...aliases, ...(number === undefined ? [] : [number])].filter(
      (each) => each.length >= SHORTEST,
    );
    return staleOf(name, names, from, to ?? null, asOf);
  });
}

function fromSheets({ others, asOf }: LedgerContext): Stale[] {
  return others.flatMap(({ role, table }: Ledger) =>
    (role === "policies" ? (table?.rows ?? []) : []).flatMap((row) => staleRow(row, asOf)),
  );
}

function staleRow({ values }: TableRow, asOf: string): Stale[] {
  const names = [values["name"], values["number"]].filter(
    (each) => typeof each === "string" && each.length >= SHORTEST,
  ) as string[];
  const [name] = names;
  if (name === undefined) return [];
  const found = staleOf(name, names, dayIn(values["from"])?.from ?? "", dayIn(values["to"])?.to ?? null, asOf);
  if (found.length > 0) return found;
  return /失效|废止|停止执行|已终止/.test(String(values["state"] ?? ""))
    ? [{ name, names, day: "", state: "ended" }]
    : [];
}

function staleOf(name: string, names: readonly string[], from: string, to: string | null, asOf: string): Stale[] {
  if (to !== null && to < asOf) return [{ name, names, day: to, state: "ended" }];
  return from > asOf ? [{ name, names, day: from, state: "coming" }] : [];
}

function dayIn(value: string | number | Interval | undefined): Interval | null {
  return typeof value === "object" ? value : null;
}
