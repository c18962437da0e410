/** What two texts share at both ends and what differs between; long shared parts are cut to a few words. */
export type TextDiff = { start: string; removed: string; added: string; end: string }

const sharedWords = 6
const changedChars = 240

/** Compares by words, which is what reading people see. */
export function textDiff(before: string, after: string): TextDiff {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head++
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  const start = old.slice(0, head)
  const end = old.slice(old.length - tail)
  return {
    start: start.length > sharedWords ? `… ${start.slice(-sharedWords).join(' ')}` : start.join(' '),
    removed: shortened(old.slice(head, old.length - tail).join(' ')),
    added: shortened(now.slice(head, now.length - tail).join(' ')),
    end: end.length > sharedWords ? `${end.slice(0, sharedWords).join(' ')} …` : end.join(' '),
  }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function shortened(text: string): string {
  return text.length > changedChars ? `${text.slice(0, changedChars - 1)}…` : text
}
