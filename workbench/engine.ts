/** The spreadsheet engine of the workbench: Univer, its packages picked one by one, in Chinese, with our functions. */
import { LocaleType, Univer, type IRange, type IWorkbookData, type Plugin, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import sheetsChinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import { CalculationMode } from "@univerjs/sheets-formula";
import { defaultTheme } from "@univerjs/themes";
import { functionDescriptions, type Registration } from "./functions";

export interface Engine {
  readonly api: FUniver;
  /** Shows a workbook in place of the one before. */
  show(data: IWorkbookData): void;
  /** Calculates every formula anew. */
  recalculate(): void;
  /** Results that array formulas have spilled: by workbook, sheet, row and column. */
  spilled(): ReturnType<FormulaDataModel["getArrayFormulaCellData"]>;
  /** The area that the array formula of a cell fills; null where it fills none. Row and column from 0. */
  filledBy(sheetId: string, row: number, column: number): IRange | null;
}

interface Preset {
  readonly plugins: readonly (PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown])[];
}

export function startEngine(container: HTMLElement, functions: Registration[]): Engine {
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: sheetsChinese },
  });
  registerPreset(
    univer,
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      formula: {
        function: functions,
        description: functionDescriptions(),
        // Results that the file has stored are kept until something that they depend on changes.
        initialFormulaComputing: CalculationMode.WHEN_EMPTY,
      },
    }) as Preset,
  );
  const api = FUniver.newAPI(univer);
  const formulas = () => univer.__getInjector().get(FormulaDataModel);
  let shown: string | null = null;
  return {
    api,
    show(data) {
      if (shown !== null) api.disposeUnit(shown);
      api.createWorkbook(data);
      shown = data.id;
    },
    recalculate: () => api.getFormula().executeCalculation(),
    spilled: () => formulas().getArrayFormulaCellData(),
    filledBy: (sheetId, row, column) =>
      formulas().getArrayFormulaRange()[shown ?? ""]?.[sheetId]?.[row]?.[column] ?? null,
  };
}

function registerPreset(univer: Univer, preset: Preset): void {
  for (const plugin of preset.plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as never);
    else univer.registerPlugin(plugin);
  }
}
