/** Why a file could not be read, and what to do: one sentence, naming the file. */
import type { Locale } from "./say";
import { figureText } from "./say";

/** A failure as the file host throws it. */
export interface Failure {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}

interface Saying {
  /** What is wrong. */
  readonly what: string;
  /** Begins with a verb. */
  readonly how: string;
}

/** The kinds of files that are no workbooks, as people call them. */
const KINDS: Record<Locale, Readonly<Record<string, string>>> = {
  zh: {
    text: "文本文件",
    html: "网页文件",
    xml: "标记文本文件",
    pdf: "版式文档",
    word: "文字文档",
    presentation: "演示文稿",
    image: "图片",
    archive: "压缩包",
    binary: "其他类型的文件",
  },
  en: {
    text: "a text file",
    html: "a web page",
    xml: "an XML file",
    pdf: "a PDF",
    word: "a text document",
    presentation: "a presentation",
    image: "an image",
    archive: "an archive",
    binary: "another kind of file",
  },
};

const SAYINGS: Readonly<Record<string, Record<Locale, (args: Failure["args"]) => Saying>>> = {
  missing: {
    zh: () => ({ what: "找不到这个文件", how: "核对文件名和所在文件夹" }),
    en: () => ({ what: "there is no such file", how: "Check its name and folder" }),
  },
  directory: {
    zh: () => ({ what: "这是文件夹，不是文件", how: "写明文件夹里的台账文件名" }),
    en: () => ({ what: "this is a folder", how: "Name the file inside it" }),
  },
  unreadable: {
    zh: () => ({ what: "系统不允许读取", how: "关闭正在使用它的程序，或核对读取权限" }),
    en: () => ({
      what: "the system does not let it be read",
      how: "Close the program that uses it, or check its permissions",
    }),
  },
  empty: {
    zh: () => ({ what: "文件是空的，没有任何内容", how: "向报送单位重新索取文件" }),
    en: () => ({ what: "the file is empty", how: "Ask for the file again" }),
  },
  "too-large": {
    zh: (args) => ({
      what: `文件有${size(args, "bytes")}，超过可读的${size(args, "limit")}`,
      how: "删去图片和无关的工作表后另存，或放宽大小上限",
    }),
    en: (args) => ({
      what: `the file has ${size(args, "bytes")}, more than the ${size(args, "limit")} that can be read`,
      how: "Remove pictures and other sheets, or raise the limit",
    }),
  },
  expands: {
    zh: (args) => ({
      what: `解压后达到${size(args, "bytes")}，超过上限${size(args, "limit")}`,
      how: "核实来源；确为正常台账的，复制有数据的区域到新文件另存，或放宽大小上限",
    }),
    en: (args) => ({
      what: `it unpacks to ${size(args, "bytes")}, beyond the limit of ${size(args, "limit")}`,
      how: "Check where it comes from; copy the cells with data into a new file, or raise the limit",
    }),
  },
  password: {
    zh: () => ({ what: "文件有密码", how: "用表格软件打开，去掉密码后另存" }),
    en: () => ({ what: "the file has a password", how: "Open it, remove the password and save it again" }),
  },
  truncated: {
    zh: () => ({ what: "文件不完整，可能没有传完", how: "重新传送或下载后再试" }),
    en: () => ({ what: "the file ends too early", how: "Send or download it again" }),
  },
  corrupt: {
    zh: () => ({ what: "文件已损坏，各部分对不上", how: "用表格软件打开并修复，另存后再试" }),
    en: () => ({ what: "the file is damaged", how: "Open it in a spreadsheet program, repair it and save it again" }),
  },
  "not-a-workbook": {
    zh: (args) => ({
      what: `这不是表格文件，而是${KINDS.zh[String(args.kind)] ?? KINDS.zh.binary ?? ""}`,
      how: "用表格软件打开后另存为表格文件，不要只改后缀名",
    }),
    en: (args) => ({
      what: `this is no workbook but ${KINDS.en[String(args.kind)] ?? KINDS.en.binary ?? ""}`,
      how: "Save it as a workbook; renaming it is not enough",
    }),
  },
  "no-sheets": {
    zh: () => ({ what: "里面没有工作表", how: "核对是否存错了文件" }),
    en: () => ({ what: "it has no sheet of cells", how: "Check that it is the right file" }),
  },
};

/** Whatever else went wrong, most likely a defect of ours: what the machine says of it helps whoever is told. */
const UNKNOWN: Record<Locale, (args: Failure["args"]) => Saying> = {
  zh: ({ detail }) => ({
    what: detail === undefined ? "读取时出错" : `读取时出错（${String(detail)}）`,
    how: "用表格软件打开后另存，再试一次",
  }),
  en: ({ detail }) => ({
    what: detail === undefined ? "it could not be read" : `it could not be read (${String(detail)})`,
    how: "Open it in a spreadsheet program, save it and try again",
  }),
};

/** An error that is no failure of a host's. */
export function unexpected(error: unknown): Failure {
  return { code: "unexpected", args: { detail: error instanceof Error ? error.message : String(error) } };
}

export function failureSentence(failure: Failure, path: string, locale: Locale): string {
  const { what, how } = (SAYINGS[failure.code] ?? UNKNOWN)[locale](failure.args);
  return locale === "zh" ? `${path}：${what}。请${how}。` : `${path}: ${what}. ${how}.`;
}

/** The codes that have a sentence; a test holds them against the host's. */
export const FAILURE_CODES: readonly string[] = Object.keys(SAYINGS);

function size(args: Failure["args"], name: string): string {
  const bytes = Number(args[name] ?? 0);
  const [unit, divisor] =
    bytes >= 1024 ** 3 ? ["GB", 1024 ** 3] : bytes >= 1024 ** 2 ? ["MB", 1024 ** 2] : ["KB", 1024];
  return `${figureText(Math.round((bytes / Number(divisor)) * 10) / 10)}${String(unit)}`;
}
