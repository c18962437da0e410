/** How many letters are missing, too many, others or swapped with their neighbour; null: more than `most`. */
export function typingErrors(typed: string, meant: string, most: number): number | null {
  if (Math.abs(typed.length - meant.length) > most) return null
  let before: number[] = []
  let last = Array.from({ length: meant.length + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row]
    for (let at = 1; at <= meant.length; at += 1) {
      const isSame = typed[row - 1] === meant[at - 1]
      const isSwapped = typed[row - 1] === meant[at - 2] && typed[row - 2] === meant[at - 1]
      now[at] = Math.min(
        (last[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && row > 1 && at > 1 ? (before[at - 2] ?? 0) + 1 : Infinity,
      )
    }
    if (Math.min(...now) > most) return null
    before = last
    last = now
  }
  const errors = last[meant.length] ?? 0
  return errors > most ? null : errors
}
