/** Asks Excel to calculate every formula anew: functions of ours judge by something else now. */
export async function recalculate(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
}
