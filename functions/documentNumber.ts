/** DOCNUMBER: the document numbers of a cell as GB/T 9704 writes them. */
import { readDocuments } from "../src/measure/documentNumber";
import { isBlankText } from "../src/measure/text";
import { isBlank, textOf } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";

export const DOCNUMBER: WorksheetFunction = {
  id: "DOCNUMBER",
  name: "文号规范",
  description: "把文号改成规范写法，如“发改（2025）第012号”为“发改〔2025〕12号”，几个文号用顿号隔开。空白和 0 为空。",
  parameters: [{ name: "内容", description: "文号所在的单元格或区域", type: "any", takes: "cells" }],
  result: { type: "string", spills: false },
  example: { args: ["发改（2025）第012号"], gives: "发改〔2025〕12号" },
  help: "DOCNUMBER.md",
  run([content]) {
    const text = textOf(content);
    if (isBlank(content) || text === "" || isBlankText(text)) return "";
    const documents = readDocuments(text);
    if (documents.length === 0) throw new FunctionFailure("na", "没有读到文号，应写成“发改〔2025〕12号”");
    return documents.map((document) => document.number).join("、");
  },
};
