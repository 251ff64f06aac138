import { comparableName, partMark, projectStem, splitPlace } from "../../src/measure/name";

test.each([
  ["临河县柳林路改造工程（一期）", "柳林路改造一期项目"],
  ["★柳林镇污水管网工程", "柳林镇污水管网建设项目"],
  ["县医院综合楼建设项目", "临河县医院综合楼项目"],
  ["养老服务中心（新建）", "养老服务中心建设项目"],
  ["南关大道第2标段", "南关大道二标段工程"],
  ["某省临河市柳林县南关大道", "南关大道建设工程"],
  ["“柳林”水厂 工程", "柳林水厂"],
])("%s and %s say the same", (one, other) => {
  expect(comparableName(one)).toBe(comparableName(other));
});

test.each([
  ["标准化厂房A区", "标准化厂房B区"],
  ["柳林路工程（一期）", "柳林路工程（二期）"],
  ["柳林路工程", "柳林路工程（二期）"],
  ["南关大道东段", "南关大道西段"],
  ["东城区道路改造", "西城区道路改造"],
  ["2024年高标准农田建设项目", "2025年高标准农田建设项目"],
  ["柳林镇供水工程", "三河镇供水工程"],
  ["第一小学改建", "第三小学改建"],
])("%s and %s stay apart", (one, other) => {
  expect(comparableName(one)).not.toBe(comparableName(other));
});

test.each([
  ["柳林路工程（二期）", "柳林路", "2期"],
  ["标准化厂房建设项目B区", "标准化厂房", "B区"],
  ["产业园区道路工程Ⅱ", "产业园区道路", "2"],
  ["产业园区（一）", "产业园区", "1"],
  ["南关大道东段", "南关大道", "东段"],
  ["老旧小区改造（三标）", "老旧小区改造", "3标段"],
  ["开发区一期A区污水厂", "开发区污水厂", "1期+A区"],
  ["高标准农田", "高标准农田", null],
  ["第三小学", "第三小学", null],
])("%s is part %3$s of %2$s", (name, stem, mark) => {
  expect([projectStem(name), partMark(name)]).toEqual([stem, mark]);
});

test.each([
  ["农贸市场改造项目", ""],
  ["城市道路改造工程", ""],
  ["县城供水工程", ""],
  ["临河市柳林区第一小学", "临河市柳林区"],
  ["临河县水厂", ""],
])("the place of %s is %j", (name, place) => {
  expect(splitPlace(name).place).toBe(place);
});
