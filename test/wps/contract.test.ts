/** The host contract over a WPS with every trap that is known of, once for each kind of build that offices have. */
import { wpsHost } from "../../src/hosts/wps/index";
import { BUILDS } from "../../workbench/wps/build";
import { hostContract } from "../contracts/host";
import { openWps } from "./open";

for (const build of BUILDS) {
  hostContract(`WPS ${build.version}`, (sheets) => {
    const { wps, program } = openWps(sheets, { build });
    return Promise.resolve({
      host: wpsHost({ program }),
      type: (sheet, at, value) => {
        if (typeof value !== "string" && typeof value !== "number") throw new Error("a person types text or a number");
        wps.book.type(sheet, at, value);
      },
      marks: () => wps.book.sheets().reduce((count, sheet) => count + sheet.Comments.Count, 0),
    });
  });
}
