/** Headings of the columns by which a standard sheet says where each row came from; whatever stands below them is no field. */

export const SOURCE_HEADINGS = { file: "原文件", sheet: "原工作表", row: "原行号" } as const;

export const SOURCE_HEADING_SET: ReadonlySet<string> = new Set(Object.values(SOURCE_HEADINGS));
