const lengths = [8, 12, 13, 14]

/** A sentence when a UPC, EAN or GTIN looks mistyped: its last digit is computed from the others. */
export function barcodeProblem(code: string): string | null {
  const digits = code.trim()
  if (!/^\d+$/.test(digits) || !lengths.includes(digits.length)) return null
  const expected = checkDigit(digits.slice(0, -1))
  return Number(digits.at(-1)) === expected ? null : `The last digit should be ${expected}: one digit may be mistyped.`
}

function checkDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
