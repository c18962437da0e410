import { countOf } from '../../../electron/shared/words/counts'
import type { DiffLine } from './diff-lines'

type PictureLine = Extract<DiffLine, { kind: 'pictures' }>

/** What a group of lines is called that says so of one picture each. */
const together: Readonly<Record<string, string>> = { 'Picture added': 'added', 'Picture removed': 'removed' }

/** So many are still called by their names. */
const mostNamed = 3

/** Of one thing: many pictures that came, or went, are one line with their number. */
export function withPicturesTogether(lines: readonly DiffLine[]): DiffLine[] {
  const alike = (label: string) =>
    lines.filter((line): line is PictureLine => line.kind === 'pictures' && line.label === label)
  return lines.flatMap((line): DiffLine[] => {
    const verb = together[line.label]
    if (line.kind !== 'pictures' || verb === undefined) return [line]
    const all = alike(line.label)
    if (all.length === 1) return [line]
    if (line !== all[0]) return []
    const names = all.length > mostNamed ? [] : all.map(({ alt }) => alt).filter(Boolean)
    const [before, after] = [all.flatMap((each) => each.before), all.flatMap((each) => each.after)]
    return [{ ...line, label: `${countOf(all.length, 'picture')} ${verb}`, before, after, alt: names.join(', ') }]
  })
}
