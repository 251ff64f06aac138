/** The host contract through the genuine win32 bundle of office.js. */
import { excelContract } from "./contract";

excelContract("win32");
