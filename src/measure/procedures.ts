/** The steps by which a project is approved: keys and Chinese terms. */

export const PROCEDURE_KEYS = [
  "proposal",
  "site",
  "stability",
  "energy",
  "feasibility",
  "record",
  "approval",
  "design",
  "landPermit",
  "land",
  "planPermit",
  "drawings",
  "eia",
  "soilWater",
  "safety",
  "bidding",
  "buildPermit",
] as const;
export type ProcedureKey = (typeof PROCEDURE_KEYS)[number];

export const PROCEDURE_TERMS: Record<ProcedureKey, string> = {
  proposal: "项目建议书",
  site: "用地预审与选址意见书",
  stability: "社会稳定风险评估",
  energy: "节能审查",
  feasibility: "可行性研究报告批复",
  record: "备案",
  approval: "核准",
  design: "初步设计及概算",
  landPermit: "建设用地规划许可",
  land: "用地手续",
  planPermit: "建设工程规划许可",
  drawings: "施工图审查",
  eia: "环评",
  soilWater: "水土保持",
  safety: "安评",
  bidding: "招标投标",
  buildPermit: "施工许可",
};
