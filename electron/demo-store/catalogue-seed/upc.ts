/** A 13-digit code with a valid check digit, from a prefix set aside for use inside a shop. */
export function upcOf(serial: number): string {
  const digits = `200${String(serial).padStart(9, '0')}`
  const sum = digits
    .split('')
    .reduce((total, digit, position) => total + Number(digit) * (position % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
