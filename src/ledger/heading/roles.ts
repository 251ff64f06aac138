/** Sheets beside the project ledger: policies, contacts, targets, departments; known by their headings, kept as simple tables. */
import type { TableKind } from "../ledger";
import { headingText } from "./text";

/** Keys of a role's columns: [Chinese term, headings]. The first key is the one without which the role is not recognised. */
export const ROLE_COLUMNS = {
  policies: {
    name: ["政策名称", "政策名称 文件名称 政策文件 政策文件名称 文件标题 文件题名 政策标题 文件 政策"],
    number: ["文号", "文号 发文字号 文件号 文件文号 发文号 政策文号"],
    issuer: [
      "发文机关",
      "发文机关 发文单位 发布单位 发布机构 制定机关 印发单位 发布部门 发文部门 出台单位 来源单位 印发机关",
    ],
    issuedOn: ["发文日期", "发文日期 发文时间 印发日期 印发时间 发布日期 发布时间 出台时间 成文日期 公布日期"],
    level: ["层级", "层级 级别 政策层级 政策级别 文件级别"],
    channel: ["资金渠道", "资金渠道 渠道 对应渠道 资金类型 支持渠道 资金类别 适用渠道"],
    area: ["支持领域", "支持领域 领域 投向领域 支持方向 支持重点 适用领域 政策方向"],
    content: [
      "主要内容",
      "主要内容 政策要点 政策内容 核心内容 支持内容 内容摘要 主要条款 政策摘要 支持政策 重点内容 政策解读",
    ],
    from: ["施行日期", "施行日期 生效日期 执行时间 实施日期 施行时间 有效期起 生效时间 开始日期"],
    to: ["失效日期", "失效日期 有效期至 有效期止 截止日期 有效期 废止日期 到期时间 有效期限 有效截止"],
    deadline: [
      "申报截止",
      "申报截止 申报截止时间 申报截止日期 申报时间 申报窗口 申报期限 申报时限 窗口期 申报起止时间",
    ],
    state: ["状态", "状态 政策状态 是否有效 效力状态 有效性 时效性"],
    department: ["责任部门", "责任部门 责任单位 牵头部门 对应部门 承接部门 主管部门 牵头单位 研究部门"],
    link: ["来源", "来源 链接 网址 文件来源 出处"],
    remark: ["备注", "备注 说明"],
  },
  contacts: {
    counterpart: [
      "对接单位",
      "对接单位 对接部门 对接上级部门 拜访单位 拜访部门 走访单位 上级部门 上级单位 汇报单位 汇报部门 对接上级单位 跑办单位 衔接单位 衔接部门 对接对象 拜访对象 赴省市部门 跑办部门 对接机关",
    ],
    on: ["对接时间", "对接时间 对接日期 拜访时间 走访时间 汇报时间 跑办时间 衔接时间 时间 日期 赴省市时间 对接年月"],
    department: [
      "责任部门",
      "责任部门 责任单位 部门 单位 我方单位 县直部门 本级部门 填报单位 带队单位 报送单位 牵头单位 派出单位 对接责任单位 单位名称",
    ],
    level: ["层级", "层级 对接层级 级别 省市 上级层级 对接级别"],
    leader: ["带队领导", "带队领导 带队人 领导 带队负责人 参加领导 带队人员"],
    people: ["参加人员", "参加人员 随行人员 人员 我方人员 参与人员"],
    subject: [
      "对接事项",
      "对接事项 对接内容 事项 汇报事项 汇报内容 对接项目 衔接事项 对接主题 跑办事项 争取事项 涉及项目 主要内容 跑办内容",
    ],
    result: [
      "对接成果",
      "对接成果 对接结果 成果 成效 结果 对接成效 反馈意见 对接情况 取得成效 进展情况 落实情况 争取成果 跑办成效",
    ],
    next: ["下步打算", "下步打算 下一步工作 下步工作 下一步计划 后续工作 下一步打算 下步计划"],
    person: ["联系人", "联系人 责任人 对接人 经办人"],
    remark: ["备注", "备注 说明"],
  },
  targets: {
    indicator: [
      "指标",
      "指标 指标名称 考核指标 目标任务 考核内容 目标 任务 考核项目 工作任务 指标任务 任务名称 工作目标 主要指标 考核事项 目标名称 任务指标 责任指标 考核指标名称 重点任务",
    ],
    department: [
      "责任部门",
      "责任部门 牵头部门 责任单位 牵头单位 主要责任单位 主责部门 主责单位 牵头责任单位 牵头责任部门",
    ],
    cooperators: ["配合部门", "配合部门 配合单位 协同单位 协办单位 责任配合单位 配合责任单位 协助单位 参与单位"],
    target: [
      "目标值",
      "目标值 年度目标 目标数 计划数 任务数 全年目标 年度目标任务 年度目标任务数 全年目标任务 全年任务 年度任务 本年目标 目标任务值 目标任务数 季度目标 一季度目标 计划目标 任务目标 目标要求",
    ],
    actual: [
      "完成值",
      "完成值 完成数 完成情况 实际完成 累计完成 目前完成 目前已完成 目前累计完成 年初至今完成 年初至今累计完成 已完成 完成额 完成进度 实际完成值 实际值",
    ],
    rate: ["完成率", "完成率 完成比例 完成百分比 目标完成率"],
    unit: ["计量单位", "计量单位 单位 指标单位"],
    rank: ["位次", "位次 排名 名次 全市排名 全市位次 市考核排名 全市排位 排位 市内排名 全省排名 考核位次"],
    weight: ["分值", "分值 权重 标准分 考核分值 赋分"],
    score: ["得分", "得分 考核得分 自评得分 评分 实际得分"],
    grade: ["等次", "等次 考核等次 等级"],
    due: ["完成时限", "完成时限 时限 完成时间 时间要求 计划完成时间 截止时间"],
    leader: ["责任领导", "责任领导 分管领导 包抓领导 牵头领导 县级领导"],
    person: ["责任人", "责任人 联系人 具体责任人"],
    remark: ["备注", "备注 说明"],
  },
  roster: {
    department: [
      "部门名称",
      "部门名称 单位名称 部门 单位 责任部门 责任单位 县直部门 成员单位 报送单位 填报单位 报送部门 储备部门 储备单位 部门单位 镇街部门",
    ],
    group: ["口", "口 归口 分口 口径 所属口 所属口径 归口系统 分管口 系统 战线 口别"],
    person: [
      "对接专人",
      "对上争取专人 对接专人 争取专人 专人 责任人 联系人 联络员 对接联系人 对上争取联系人 对上争取责任人 经办人 负责人 专职人员 姓名",
    ],
    phone: ["电话", "联系电话 电话 联系方式 手机 手机号 手机号码 电话号码 办公电话 专人电话 联系人电话"],
    alias: ["别名", "别名 简称 部门简称 曾用名"],
    leader: ["分管领导", "分管领导 主要领导 责任领导 带队领导 主要负责人 分管负责人"],
    post: ["职务", "职务 科室 股室 所在科室"],
    remark: ["备注", "备注 说明"],
  },
} as const satisfies Record<TableKind, Record<string, readonly [string, string]>>;

const TABLE_KINDS: readonly TableKind[] = ["policies", "contacts", "targets", "roster"];
/** Words of a roster that no row of data and no row of units holds. */
const ROSTER_HEADING = /^(?:口|归口|口径|所属口径?|部门名称|单位名称|对上争取专人|对接专人|争取专人|专人|联络员)$/u;

const index = roleIndex();

function roleIndex(): ReadonlyMap<TableKind, ReadonlyMap<string, { readonly key: string; readonly place: number }>> {
  const roles = new Map<TableKind, Map<string, { key: string; place: number }>>();
  for (const role of TABLE_KINDS) {
    const words = new Map<string, { key: string; place: number }>();
    for (const [key, [, headings]] of Object.entries<readonly [string, string]>(ROLE_COLUMNS[role])) {
      headings.split(" ").forEach((word, place) => {
        if (!words.has(word)) words.set(word, { key, place });
      });
    }
    roles.set(role, words);
  }
  return roles;
}

/** True for a heading of any of these tables. */
export function isRoleHeading(text: string): boolean {
  const { full, bare } = headingText(text, null);
  if (ROSTER_HEADING.test(bare)) return true;
  return TABLE_KINDS.some(
    (kind) => kind !== "roster" && (index.get(kind)?.has(full) === true || index.get(kind)?.has(bare) === true),
  );
}

export interface RoleColumn {
  readonly column: number;
  readonly key: string;
}

/** Maps headings to a role's columns: each key at most once, the more telling heading first. */
export function roleColumns(
  role: TableKind,
  headings: readonly { readonly column: number; readonly text: string }[],
): readonly RoleColumn[] {
  const words = index.get(role);
  if (!words) return [];
  const found = headings
    .flatMap(({ column, text }) => {
      const { full, bare } = headingText(text, null);
      const entry = words.get(full) ?? words.get(bare) ?? words.get(full.replace(/^本年/u, "年度"));
      return entry ? [{ column, ...entry }] : [];
    })
    .sort((a, b) => a.place - b.place || a.column - b.column);
  const taken = new Set<string>();
  const columns: RoleColumn[] = [];
  for (const { column, key } of found) {
    if (taken.has(key)) continue;
    taken.add(key);
    columns.push({ column, key });
  }
  return columns.sort((a, b) => a.column - b.column);
}

type OwnRole = Exclude<TableKind, "roster">;
const OWN_ROLES: readonly OwnRole[] = ["policies", "contacts", "targets"];

/** Keys that tell a role; one of each inner list must be there. */
const TELLING: Readonly<Record<OwnRole, readonly (readonly string[])[]>> = {
  policies: [["name"], ["number", "issuer", "issuedOn"]],
  contacts: [["counterpart", "subject"], ["on"], ["department", "counterpart", "result"]],
  targets: [["indicator"], ["department", "rank"], ["target", "actual", "rank", "cooperators", "weight", "score"]],
};
/** 「责任部门 · 全年目标任务 · 完成」: what each department is to reach of the one thing that the title names. */
const SHARES_OF_TARGET = ["department", "target", "actual"];

/** The role that the headings tell, with its columns; null where none. */
export function roleOf(
  headings: readonly { readonly column: number; readonly text: string }[],
): { readonly role: OwnRole; readonly columns: readonly RoleColumn[] } | null {
  // One row a procedure (事项名称 文号 办理状态): an extract of the approvals system, no ledger of policies.
  if (headings.some(({ text }) => /^(?:事项名称|办理状态|办理时长|审批事项名称)$/u.test(headingText(text, null).bare)))
    return null;
  const isShared = headings.every(({ text }) => !/名称|项目|工程/u.test(text));
  let best: { role: OwnRole; columns: readonly RoleColumn[] } | null = null;
  for (const role of OWN_ROLES) {
    const columns = roleColumns(role, headings);
    const keys = new Set(columns.map(({ key }) => key));
    const tells = TELLING[role].every((any) => any.some((key) => keys.has(key)));
    if (!tells && !(role === "targets" && isShared && SHARES_OF_TARGET.every((key) => keys.has(key)))) continue;
    if (!best || columns.length > best.columns.length) best = { role, columns };
  }
  return best;
}

/** The columns of a 部门名录; null where the headings tell no roster. A list of names and telephones is one only where it is called so. */
export function rosterOf(
  headings: readonly { readonly column: number; readonly text: string }[],
  called: string,
): readonly RoleColumn[] | null {
  const columns = roleColumns("roster", headings);
  const keys = new Set(columns.map(({ key }) => key));
  if (!keys.has("department") || columns.length * 2 < headings.length) return null;
  if (keys.has("group")) return columns;
  const named = /部门|单位|成员/u.test(called) && /名录|名单|目录|一览|专人|联络员|联系人|通讯录/u.test(called);
  return named && (keys.has("person") || keys.has("phone")) ? columns : null;
}
