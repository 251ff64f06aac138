/** What clerks write for stages, channels, choices and areas. */
import { packInForce } from "../../src/policy/load";
import { findArea, findChannel, findChannels, findChoice, findStage, suggestEntries } from "../../src/policy/recognise";

const { pack } = packInForce("2025-06-20");

test.each([
  ["专项债", "专项债券"],
  ["地方政府专项债券资金", "专项债券"],
  ["新增专项债券（第二批）", "专项债券"],
  ["中央预算内投资", "中央预算内投资"],
  ["中央预算内投资-投资补助", "中央预算内投资（投资补助）"],
  ["超长期特别国债", "超长期特别国债"],
  ["“两重”建设", "超长期特别国债（两重）"],
  ["政策性开发性金融工具", "政策性金融工具"],
  ["地方政府一般债券", "一般债券"],
  ["县财政配套、专项债券", "专项债券"],
  ["自筹", "社会资本/自筹"],
  ["上级专项", "上级专项补助"],
  ["省级专项", "上级专项补助"],
  ["上级专项、县级财政", "上级专项补助"],
  ["政策性金融", "政策性金融工具"],
  ["政府专项", null],
  ["中央财政", null],
  ["乡村振兴", null],
  ["政策性", null],
  ["地方政府", null],
  ["专项", null],
  ["想办法", null],
  ["专项债或者想办法", null],
  ["", null],
])("channel 「%s」 is %s", (text, name) => {
  expect(findChannel(pack, text)?.name ?? null).toBe(name);
});

test("a cell that lists channels gives each of them, the state's funds first", () => {
  expect(findChannels(pack, "企业自筹+中央预算内+专项债").map(({ id }) => id)).toEqual([
    "central-budget",
    "special-bond",
    "own-funds",
  ]);
});

test.each([
  ["谋划阶段", "谋划"],
  ["1.储备", "储备"],
  ["申报库", "申报"],
  ["在建", "建设"],
  ["续建项目", "建设"],
  ["已竣工", "竣工"],
  ["未开工", "前期"],
  ["拟新开工", "前期"],
  ["在谈", "前期"],
  ["已签约", "前期"],
  ["调出", "调出"],
  ["施工中", "建设"],
  ["在建（施工许可已办）", "建设"],
  ["谋划（可研）", "谋划"],
  ["储备阶段（已备案）", "储备"],
  ["土地储备", "储备"],
  ["竣工验收备案", "竣工"],
  ["实施阶段", "建设"],
  ["项目建设", "建设"],
  ["评审", "申报"],
  ["申报（可研）", "申报"],
  ["申报(立项)", "申报"],
  ["不申报", null],
  ["随便", null],
])("stage 「%s」 is %s", (text, name) => {
  expect(findStage(pack, text)?.name ?? null).toBe(name);
});

test.each(
  `施工图 施工图设计 施工图审查 施工图预算 设计 施工招标 办理施工许可 实施方案 实施方案编制 备案 备案阶段 备案完成 核准 初步设计
   初步设计批复 可研编制 可研评审 立项 完成立项 环评 环评办理中 环评和用地 可研申报 立项申报 可研入库 可研报审 立项上报 用地预审 建设用地报批 财政评审 征地拆迁
   开工前准备 待施工 拟建设 待开工建设 尚未开工建设`.split(/\s+/u),
)("stage 「%s」 is before the start of works", (text) => {
  expect(findStage(pack, text)?.name).toBe("前期");
});

test.each([
  ["改扩建", "扩建"],
  ["新 建", "新建"],
  ["技术改造", "改建"],
  ["大概是新的", null],
])("nature 「%s」 is %s", (text, name) => {
  expect(findChoice(pack.natures, text)).toBe(name);
});

test.each([
  ["能源项目", "能源"],
  ["市政基础设施", "市政和产业园区基础设施"],
  ["农林水利", "农林水利"],
  ["城乡冷链物流", "城乡冷链等物流基础设施"],
  ["保障性安居工程（老旧小区）", "保障性安居工程"],
  ["房地产", null],
])("area 「%s」 is %s", (text, name) => {
  expect(findArea(pack, text)).toBe(name);
});

test("every name and alias of a list leads to its own entry", () => {
  for (const list of [pack.channels, pack.stages, pack.natures, pack.routes, pack.areas]) {
    for (const { name, aliases } of list) {
      for (const word of [name, ...aliases]) expect([word, findChoice(list, word)]).toEqual([word, name]);
    }
  }
});

test("suggestions put the likeliest first", () => {
  expect(suggestEntries(pack.channels, "专项券")[0]?.id).toBe("special-bond");
  expect(suggestEntries(pack.channels, "xyz")).toEqual([]);
});
