import { headingKey } from "./readmeSections.js";

/** Whether the title of a readme is the word that stands for it in Microsoft's template. */
export function isLeftTitle(heading: string): boolean {
  return /^(?:title|(?:connector )?(?:name|title)|name of (?:the )?connector)$/.test(
    headingKey(heading),
  );
}

/** Whether the name of a publisher is the words that stand for it in Microsoft's template. */
export function isLeftPublisher(name: string): boolean {
  return /^publisher(?:s| s)? name$/.test(headingKey(name));
}

/** Whether a heading is one that the template has in place of the names of operations or of questions. */
export function isLeftHeading(heading: string): boolean {
  return /^(?:operation|question) \d+$/.test(headingKey(heading));
}

/** Whether a line is an instruction of the template to the author. */
export function isLeftInstruction(line: string): boolean {
  return (
    /^(?:required|optional)(?:\.| for) *(?:one paragraph|for independent|it should be|any plans|describe|explain|how to get|include|add instructions)/i.test(
      line,
    ) || /^(?:description of operation|answer to question) \d+\W*$/i.test(line)
  );
}
