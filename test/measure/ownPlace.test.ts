import { comparableName } from "../../src/measure/name";
import { namesOneThing } from "../../src/measure/ownPlace";

test.each([
  "柳林镇污水处理厂工程",
  "柳林镇老街改造项目",
  "云溪县石桥乡卫生院迁建项目",
  "城关街道老旧小区改造项目",
  "李家沟村人居环境整治项目",
  "西沟水库除险加固工程",
  "黑水河综合治理工程",
  "北河大桥改建工程",
  "迎宾大道绿化提升工程",
  "县人民医院传染病楼建设项目",
  "云溪县第二中学教学楼工程",
])("%s is one thing, whoever reports it", (name) => {
  expect(namesOneThing(comparableName(name))).toBe(true);
});

test.each([
  "农村公路养护工程",
  "农村生活污水治理设施提升改造工程",
  "乡镇卫生院标准化建设项目",
  "特色小镇基础设施建设项目",
  "城乡供水一体化工程",
  "乡村振兴示范村建设项目",
  "小型水库除险加固工程",
  "病险水库除险加固工程",
  "中小河流治理工程",
  "城区河道综合整治工程",
  "城市街道亮化提升工程",
  "危旧大桥改造加固工程",
  "办公楼维修改造项目",
  "老旧小区改造配套基础设施建设项目",
  "高标准农田建设项目",
  "职工周转房建设项目",
  "柳林镇道路工程",
  "柳林镇基础设施建设项目",
])("%s may be anybody's", (name) => {
  expect(namesOneThing(comparableName(name))).toBe(false);
});
