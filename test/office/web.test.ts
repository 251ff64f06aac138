/** The host contract through the genuine web bundle of office.js. */
import { excelContract } from "./contract";

excelContract("web");
