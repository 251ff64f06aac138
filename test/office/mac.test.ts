/** The host contract through the genuine mac bundle of office.js. */
import { excelContract } from "./contract";

excelContract("mac");
