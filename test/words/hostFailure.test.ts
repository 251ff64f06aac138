import { HostFailure, type HostFailureCode } from "../../src/sheet/hostFailure";
import { hostFailureSentence } from "../../src/words/hostFailure";
import { paneWords } from "../../src/words/pane";

const CODES: readonly HostFailureCode[] = [
  "tooLarge",
  "noSheet",
  "busy",
  "silent",
  "protected",
  "aborted",
  "unreliable",
  "failed",
];

it.each(CODES)("%s is said in both languages, and stands well before a full stop", (code) => {
  const failure = new HostFailure(code, "1048576 × 100");
  const sentence = hostFailureSentence(failure, "zh");
  expect(sentence).toMatch(/[\u4e00-\u9fff]{2}/);
  expect(sentence).not.toMatch(/[。！；]$/);
  expect(sentence).not.toContain(code);
  expect(hostFailureSentence(failure, "en")).toMatch(/^[A-Za-z].*[a-z)”]$/);
  expect(paneWords("zh").notice.failed(sentence)).not.toMatch(/。。|；。/);
});
