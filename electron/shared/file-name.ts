/** A text as part of a file's name: signs that some disk takes in no name become dashes. */
export const asFileName = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are among those signs
  text.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
