/** What makes a column wide enough and a row high enough is counted in one way. */
import { charactersOf } from "../../src/sheet/textWidth";

test.each([
  ["", 0],
  ["G240", 4],
  ["县城供水", 8],
  ["项目（一期）", 12],
  ["“一河两岸”", 12],
  ["2025—2026…", 12],
  ["𠮷家沟", 6],
  ["café", 4],
])("%s takes the place of %d characters", (text, characters) => {
  expect(charactersOf(text)).toBe(characters);
});
