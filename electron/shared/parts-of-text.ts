/** What stands between these signs, without empty parts and without blanks at their ends. */
export const partsOfText = (text: string, between: string | RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
