/** Switches and choices are inputs too, and hold no text; what can only be read takes none. */
const plain =
  ':is(textarea, input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"], [type="file"])):not([readonly], [disabled])'

/** Where a dropped or pasted text becomes part of what is written there. */
export const isTextPlace = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${plain}, [contenteditable="true"]`) !== null

/** One that holds letters and nothing else. */
export const isPlainTextPlace = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(plain)
