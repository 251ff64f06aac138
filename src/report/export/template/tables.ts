/** The tables beside the ledger to fill in: policies, contacts, targets, departments. */
import type { TableKind } from "../../../ledger/ledger";
import { ROLE_COLUMNS } from "../../../ledger/heading/roles";
import type { Pack } from "../../../policy/pack";
import type { ColumnFormat, ExportSheet } from "../../../sheet/exportSheet";
import { formSheet, type FormColumn } from "../form";
import { ROOM } from "./options";

const DAYS: ReadonlySet<string> = new Set(["issuedOn", "from", "to", "deadline", "on", "due"]);
const WIDE: ReadonlySet<string> = new Set([
  "name",
  "content",
  "subject",
  "result",
  "next",
  "indicator",
  "remark",
  "link",
]);
const TABLE_NOTES: Readonly<Record<TableKind, Readonly<Record<string, string>>>> = {
  policies: {
    name: "政策文件全称，不写书名号。",
    number: "文号写成 某发〔2025〕1号。",
    deadline: "申报截止日期；没有的留空。",
    state: "有效、失效或待定。",
  },
  contacts: {
    counterpart: "对接的上级单位，如：省水利厅规划处。",
    on: "对接日期。每个部门每月至少对接 1 次。",
    subject: "争取的项目或政策。",
  },
  targets: {
    department: "牵头部门，一个指标只写一个；配合的写在“配合部门”。",
    rank: "全市位次，只写数字。",
    grade: "优秀、良好、合格或不合格。",
  },
  roster: {
    department: "部门全称，一行一个；据此列出零项目部门和迟报名单。",
    alias: "简称，多个用顿号隔开。",
    group: "经济口、社会口等。",
    person: "负责对上争取工作的专人。",
  },
};

export function tableSheet(kind: TableKind, name: string, title: string, pack: Pack): ExportSheet {
  const columns = Object.entries<readonly [string, string]>(ROLE_COLUMNS[kind]).map(([key, [heading]]): FormColumn => {
    const choices = tableChoices(kind, key, pack);
    const note = TABLE_NOTES[kind][key];
    const format: ColumnFormat = DAYS.has(key) ? "day" : WIDE.has(key) ? "wrapped" : key === "phone" ? "code" : "text";
    return {
      heading,
      format,
      width: format === "wrapped" ? 28 : 14,
      ...(choices.length > 0 ? { choices } : {}),
      ...(note === undefined ? {} : { note }),
    };
  });
  return formSheet({
    name,
    title,
    columns,
    rows: Array.from({ length: 20 }, () => columns.map(() => null)),
    room: ROOM,
  });
}

function tableChoices(kind: TableKind, key: string, pack: Pack): string[] {
  if (key === "channel") return pack.channels.map(({ name }) => name);
  if (key === "area") return pack.areas.map(({ name }) => name);
  if (key === "grade") return ["优秀", "良好", "合格", "不合格"];
  if (key === "state") return ["有效", "失效", "待定"];
  if (key === "level") return kind === "contacts" ? ["省", "市"] : ["国家", "省", "市", "县"];
  return key === "department" && kind !== "roster" ? pack.roster.map(({ name }) => name) : [];
}
