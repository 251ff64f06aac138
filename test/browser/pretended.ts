/** What every pretended program around a delivered page needs: a small ledger, and the script that plays the program. */
import path from "node:path";
import { buildSync, type BuildOptions } from "esbuild";
import type { StoredSheet } from "../office/store";
import { project } from "./places";

export const SMALL_LEDGER: StoredSheet = {
  name: "台账",
  cells: [
    ["项目名称", "责任部门", "总投资（万元）", "资金渠道"],
    ["柳林镇污水管网工程", "住房和城乡建设局", "8,600", "中央预算内投资"],
    ["县人民医院综合楼建设项目", "卫生健康局", "详见附件", "专项债券"],
  ],
};

/** A module of this folder as one script to run before a page's own. */
export function hostScriptOf(module: string, options: BuildOptions = {}): string {
  const { outputFiles } = buildSync({
    ...options,
    entryPoints: [path.join(project, "test/browser", module)],
    bundle: true,
    format: "iife",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
