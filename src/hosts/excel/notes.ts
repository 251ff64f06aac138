/** Texts of ours inside the workbook: Excel's own settings of an add-in, saved with the file. */

const PREFIX = "ledger-check:";

export async function readNote(context: Excel.RequestContext, key: string): Promise<string | null> {
  const setting = context.workbook.settings.getItemOrNullObject(PREFIX + key);
  setting.load("value");
  await context.sync();
  return setting.isNullObject ? null : String(setting.value);
}

export async function writeNote(context: Excel.RequestContext, key: string, text: string | null): Promise<void> {
  const { settings } = context.workbook;
  if (text !== null) {
    settings.add(PREFIX + key, text);
    return context.sync();
  }
  const setting = settings.getItemOrNullObject(PREFIX + key);
  setting.load("key");
  await context.sync();
  if (setting.isNullObject) return;
  setting.delete();
  await context.sync();
}
