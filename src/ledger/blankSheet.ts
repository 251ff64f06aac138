/** Why a sheet without anything is no ledger: on its own, so that a page can tell such sheets without loading the reader. */
export const BLANK_SHEET = "空白工作表";
