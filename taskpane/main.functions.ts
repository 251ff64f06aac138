/** Our functions where Excel runs them in a runtime of their own, without a page: they judge by the shipped pack, and PACK says that they can read no other. */
import { registerExcelFunctions } from "../functions/excel";
import { excelRuntime } from "../functions/excelLibrary";
import { dayOfClock } from "../src/words/paneFigures";
import { shippedContext } from "./excel/functionContext";

// Only desktop Excel has such a runtime, and it hands blank cells over as 0.
const context = { ...shippedContext(dayOfClock(new Date()), "zero"), packFrom: "alone" } as const;
const runtime = excelRuntime(() => false);
if (runtime) registerExcelFunctions(runtime, () => context);
