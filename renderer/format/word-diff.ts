/** A piece of the comparison of two texts, in reading order. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

const sharedWords = 6
const changedChars = 400
/** Beyond this, texts have so little in common that pairing their words costs more than it shows. */
const mostPairs = 400_000

/** Compares by words, which is what reading people see; long shared parts are cut to a few words. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const runs = compare(before, after)
  return runs.map((run, index) => ({ kind: run.kind, text: shown(run, index === 0, index === runs.length - 1) }))
}

/** The same with every word, where a person has to choose one of the texts. */
export const wholeWordDiff = (before: string, after: string): DiffPart[] =>
  compare(before, after).map(({ kind, words }) => ({ kind, text: words.join(' ') }))

function compare(before: string, after: string): Run[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const [oldMiddle, nowMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  const middle =
    oldMiddle.length * nowMiddle.length > mostPairs
      ? [...tagged('removed', oldMiddle), ...tagged('added', nowMiddle)]
      : pairWords(oldMiddle, nowMiddle)
  const words = [...tagged('same', old.slice(0, head)), ...middle, ...tagged('same', old.slice(old.length - tail))]
  return joinRuns(words)
}

type Word = { kind: DiffPart['kind']; word: string }
type Run = { kind: DiffPart['kind']; words: string[] }

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const tagged = (kind: DiffPart['kind'], words: string[]): Word[] => words.map((word) => ({ kind, word }))

/** The longest common sequence of words; what was there comes before what came instead. */
function pairWords(old: string[], now: string[]): Word[] {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const words: Word[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      words.push({ kind: 'same', word: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      words.push({ kind: 'removed', word: was })
      i++
    } else {
      words.push({ kind: 'added', word: is ?? '' })
      j++
    }
  }
  return words
}

function joinRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = []
  for (const { kind, word } of words) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.words.push(word)
    else runs.push({ kind, words: [word] })
  }
  return runs
}

function shown({ kind, words }: Run, isFirst: boolean, isLast: boolean): string {
  const text = words.join(' ')
  if (kind !== 'same') return text.length > changedChars ? `${text.slice(0, changedChars - 1)}…` : text
  const start = isFirst ? '' : words.slice(0, sharedWords).join(' ')
  const end = isLast ? '' : words.slice(-sharedWords).join(' ')
  const kept = (isFirst ? 0 : sharedWords) + (isLast ? 0 : sharedWords)
  return words.length <= kept || (isFirst && isLast) ? text : [start, '…', end].filter(Boolean).join(' ')
}
