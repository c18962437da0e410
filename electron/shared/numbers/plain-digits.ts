/**
 * The digits of every script as 0-9: full width, Arabic, Persian, Devanagari and the rest. Raised and circled numbers are
 * no digits: 10³ is not 103.
 */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)))
}

/** Unicode keeps the ten digits of a script together, zero first. */
function valueOf(codePoint: number): number {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++
  return before % 10
}
