/** What a project is known by: its code where that is well-formed, else its name and department. */
import { readProjectCode } from "../../measure/projectCode";

export function projectKey(values: Readonly<Record<string, unknown>>, hasCode: boolean): string {
  const written = values["code"];
  if (hasCode && typeof written === "string") {
    const { code } = readProjectCode(written);
    if (code !== null) return code;
  }
  const name = values["name"];
  const department = values["department"];
  return `${typeof name === "string" ? name : ""}|${typeof department === "string" ? department : ""}`;
}
