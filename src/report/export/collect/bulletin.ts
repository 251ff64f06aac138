/** 月通报: the month's figures as text to paste, every one with what it counts. */
import { elapsedShare } from "../../../reserve/pace";
import { ranked } from "../../../reserve/ranks";
import { rate } from "../../../reserve/rates";
import { definition } from "../../../words/definitions";
import { figureText, percentText } from "../../../words/say";
import { departmentsWithout, lateOnes, ratesOf, targetState, wan, type Collection } from "./sheets";

export function bulletin(collection: Collection): string {
  const { asOf } = collection;
  const [year = "", month = "", day = ""] = asOf.split("-");
  const paragraphs = [
    `项目谋划储备和推进情况通报（${year}年${String(Number(month))}月）`,
    `截至${year}年${String(Number(month))}月${String(Number(day))}日，现将有关情况通报如下。`,
    `一、总体情况\n${overall(collection)}`,
    `二、储备目标\n${target(collection)}`,
    `三、部门位次\n${departments(collection)}`,
    `四、投资和资金进度\n${rates(collection)}`,
    `五、需要整改的\n${faults(collection)}`,
    ...(collection.changes === null ? [] : [`六、与上次比较\n${changes(collection)}`]),
    `注\n${notes(collection)}`,
  ];
  return paragraphs.join("\n\n") + "\n";
}

function overall({ summary, pack }: Collection): string {
  const unread = summary.files.filter(({ error }) => error !== null).length;
  const fit = rate("fit", summary.fitting, summary.all.count);
  return [
    `收到台账${String(summary.files.length)}份${unread > 0 ? `（${String(unread)}份读不了）` : ""}，在库项目${String(summary.all.count)}个，总投资${yi(wan(summary.all.millionths))}亿元。`,
    fit.share === null
      ? ""
      : `符合资金支持方向的${String(fit.numerator)}个，占${percentText(fit.share)}（按政策包“${pack.title}”判断）。`,
  ].join("");
}

function target(collection: Collection): string {
  const state = targetState(collection);
  if (!state) return "没有设定储备目标。";
  const { target: goal, added, gap, workdaysLeft } = state;
  const [countShare, wanShare] = [
    rate("fit", added.count, goal.count ?? 0).share,
    rate("fit", added.wan, goal.wan ?? 0).share,
  ];
  const parts = [
    `${goal.name}：${goal.by}前新增${String(goal.count ?? 0)}个、${yi(goal.wan ?? 0)}亿元。`,
    `已新增${String(added.count)}个${countShare === null ? "" : `（完成${percentText(countShare)}）`}、${yi(added.wan)}亿元${wanShare === null ? "" : `（完成${percentText(wanShare)}）`}。`,
    gap.count > 0 || gap.wan > 0 ? `还差${String(gap.count)}个、${yi(gap.wan)}亿元` : "目标已完成",
    workdaysLeft === null ? "。" : `，剩余${String(workdaysLeft)}个工作日。`,
  ];
  return parts.join("");
}

function departments(collection: Collection): string {
  const { summary } = collection;
  const list = Object.entries(summary.byDepartment).map(([name, tally]) => ({
    name,
    count: tally.count,
    sum: wan(tally.millionths),
  }));
  const lines = ranked(list, ({ sum }) => sum).map(
    ({ item, rank, tied }) =>
      `${String(rank)}. ${item.name}：${String(item.count)}个，${yi(item.sum)}亿元${tied.length > 0 ? `（与${tied.map(({ name }) => name).join("、")}并列）` : ""}`,
  );
  const without = departmentsWithout(collection);
  const late = lateOnes(collection);
  if (without.length > 0) lines.push(`没有项目的部门（${String(without.length)}个）：${without.join("、")}。`);
  if (late.length > 0)
    lines.push(
      `未报送或迟报（${String(late.length)}个）：${late.map(({ name, why }) => `${name}（${why}）`).join("、")}。`,
    );
  return lines.join("\n");
}

function rates({ summary, asOf }: Collection): string {
  const elapsed = elapsedShare(asOf);
  const lines = ratesOf(summary).map(({ key, name, above, below }) => {
    const { share } = rate(key, above, below);
    const figures =
      key === "started" ? `${String(above)}÷${String(below)}个` : `${figureText(above)}÷${figureText(below)}万元`;
    const ahead =
      key === "yearCompletion" && share !== null
        ? `，比时间进度（${percentText(elapsed)}）${share >= elapsed ? "快" : "慢"}${figureText(Math.abs(Math.round((share - elapsed) * 1000) / 10))}个百分点`
        : "";
    return share === null ? "" : `${name}${percentText(share)}（${figures}）${ahead}。`;
  });
  const said = lines.filter((line) => line !== "");
  return said.length === 0 ? "台账没有填报投资和资金进度。" : said.join("\n");
}

function faults({ summary, across }: Collection): string {
  const count = (codes: readonly string[]): number => across.filter(({ code }) => codes.includes(code)).length;
  const errors = summary.files.reduce((sum, file) => sum + file.errors, 0);
  const withErrors = summary.files.filter((file) => file.errors > 0).length;
  const changed = summary.files.filter(({ receipt }) => receipt === "changed").length;
  return [
    `各部门台账中有错误${String(errors)}处，涉及${String(withErrors)}份。`,
    `跨部门疑似重复或拆分${String(count(["F111", "F112"]))}处，数据冲突${String(count(["K704"]))}处。`,
    changed > 0 ? `${String(changed)}份台账在校核之后改动过。` : "",
  ].join("");
}

function changes({ changes: list }: Collection): string {
  const count = (kind: string): string => String((list ?? []).filter((change) => change.kind === kind).length);
  return `新增${count("新增")}个，减少${count("减少")}个，阶段变动${count("阶段变动")}个，投资变动${count("投资变动")}个。`;
}

function notes({ summary }: Collection): string {
  const keys = ["fit", "added", "gap", ...ratesOf(summary).map(({ key }) => key), "ahead", "rank"] as const;
  return keys
    .map((key, index) => {
      const { name, is, counts } = definition(key, "zh");
      return `${String(index + 1)}. ${name}：${is}。${counts}`;
    })
    .join("\n");
}

/** 万元 → 亿元, to 万元. */
function yi(amount: number): string {
  return figureText(Math.round(amount) / 1e4);
}
