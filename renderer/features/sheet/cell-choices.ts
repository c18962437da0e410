import { holdsWords } from '../../../electron/shared/holds-words'

/** Enough to scroll through; whoever has more types a word. */
const shownAtMost = 100

/** Those that what is typed may become; of several in one cell, the last one is typed. */
export function choicesFor(choices: readonly string[], typed: string): string[] {
  const last = lastPart(typed).trim()
  return choices.filter((choice) => holdsWords(choice, last)).slice(0, shownAtMost)
}

/** The text with one of them in place of what was typed of it. */
export function withChoice(typed: string, choice: string): string {
  const before = typed.slice(0, typed.length - lastPart(typed).length)
  return before === '' ? choice : `${before.trimEnd()} ${choice}`
}

const lastPart = (typed: string): string => typed.slice(typed.lastIndexOf(';') + 1)
