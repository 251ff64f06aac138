/** The worksheets whose rows hang on a channel: its windows, papers and procedures, and what stands behind single facts of it. */
import { day, list, steps, term, text, words } from "./cells";
import { BASIS, NOTE, emptied, indexOfEntry } from "./entryTable";
import { isRecord } from "./extend";
import type { Channel } from "./pack";
import type { ColumnSpec, Draft, Row, Table } from "./table";

const CHANNEL: ColumnSpec = {
  heading: "渠道",
  formerly: ["渠道编号"],
  path: ["channel"],
  kind: term(({ channels }) => channels),
  required: true,
  width: 24,
};

export const CHANNEL_FACTS = {
  投向领域: "areasBasis",
  负面清单: "negativeBasis",
  覆盖倍数下限: "coverageBasis",
  申请占比上限: "capShareBasis",
  不得重复的渠道: "excludesBasis",
  各阶段手续: "proceduresBasis",
  申报材料: "materialsBasis",
} as const satisfies Record<string, keyof Channel>;

export const windowsTable: Table = {
  sheet: "申报窗口",
  mayLack: true,
  line: "一行一次申报。渠道每年几次的，填几行。",
  marks: ["渠道", "开始日"],
  columns: [
    CHANNEL,
    { heading: "开始日", path: ["opens"], kind: day, required: true },
    { heading: "截止日", path: ["closes"], kind: day, required: true },
    ...BASIS,
  ],
  rows: ({ channels }) => channels.flatMap(({ id, windows }) => windows.map((each) => ({ ...each, channel: id }))),
  put: (rows, draft) => hang("windows", rows, draft),
};

export const materialsTable: Table = {
  sheet: "申报材料",
  mayLack: true,
  line: "一行一份材料。台账里有这份材料的一列时，按“表头写法”认出它。",
  marks: ["渠道", "材料"],
  columns: [
    CHANNEL,
    { heading: "材料", path: ["name"], kind: text, required: true, width: 28 },
    { heading: "表头写法", path: ["headings"], kind: list, blank: [], width: 48, look: "wrapped" },
  ],
  rows: ({ channels }) => channels.flatMap(({ id, materials }) => materials.map((each) => ({ ...each, channel: id }))),
  put: (rows, draft) => hang("materials", rows, draft),
};

/** Each row is an item of the channel's list. */
function hang(field: "windows" | "materials", rows: readonly Row[], draft: Draft): void {
  const channels = emptied(draft, "channels", [field], () => []);
  for (const row of rows) {
    const { channel, ...item } = row.item;
    const parent = indexOfEntry(channels, channel);
    const items = channels[parent]?.[field] as unknown[] | undefined;
    if (!items) continue;
    draft.locate(["channels", parent, field, items.length], row);
    items.push(item);
  }
}

export const channelProceduresTable: Table = {
  sheet: "渠道手续",
  mayLack: true,
  line: "项目到了这个阶段，申报这个渠道要办结的手续；用顿号隔开，几样里有一样就行的写“或”，如：环评、核准或备案。",
  marks: ["渠道", "手续"],
  columns: [
    CHANNEL,
    { heading: "阶段", path: ["stage"], kind: term(({ stages }) => stages), required: true, width: 12 },
    { heading: "手续", path: ["steps"], kind: steps, required: true, width: 60, look: "wrapped" },
  ],
  rows: ({ channels }) =>
    channels.flatMap(({ id, procedures }) =>
      Object.entries(procedures).map(([stage, required]) => ({ channel: id, stage, steps: required })),
    ),
  put: (rows, draft) => {
    const channels = emptied(draft, "channels", ["procedures"], () => ({}));
    for (const row of rows) {
      const { channel, stage, steps: required } = row.item;
      const parent = indexOfEntry(channels, channel);
      const procedures = channels[parent]?.["procedures"];
      if (!isRecord(procedures) || typeof stage !== "string") continue;
      if (stage in procedures) {
        draft.fault(row.at("stage"), "这个渠道的这个阶段有两行", "请合并成一行");
        continue;
      }
      procedures[stage] = required;
      draft.locate(["channels", parent, "procedures", stage], row);
    }
  },
};

export const channelBackingTable: Table = {
  sheet: "渠道依据",
  mayLack: true,
  line: "渠道的某一项另有依据的，在这里说明；没有列出的，按“资金渠道”里渠道自己的依据。",
  marks: ["渠道", "可信度"],
  columns: [
    CHANNEL,
    { heading: "哪一项", path: ["fact"], kind: words(CHANNEL_FACTS), required: true, width: 16 },
    ...BASIS,
    NOTE,
  ],
  rows: ({ channels }) =>
    channels.flatMap((channel) =>
      Object.values(CHANNEL_FACTS).flatMap((fact) => {
        const backing = channel[fact];
        return backing ? [{ ...backing, channel: channel.id, fact }] : [];
      }),
    ),
  put: (rows, draft) => {
    const channels = emptied(draft, "channels", Object.values(CHANNEL_FACTS), () => undefined);
    for (const row of rows) {
      const { channel: id, fact, ...backing } = row.item;
      const parent = indexOfEntry(channels, id);
      const channel = channels[parent];
      if (!channel || typeof fact !== "string") continue;
      if (channel[fact] !== undefined) {
        draft.fault(row.at("fact"), "这个渠道的这一项有两行依据", "请留一行");
        continue;
      }
      channel[fact] = backing;
      draft.locate(["channels", parent, fact], row);
    }
  },
};
