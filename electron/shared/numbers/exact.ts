/** An exact number: a fraction of whole numbers. Amounts are reckoned in it, because 1.1 × 3 is not 3.3 in a number of the computer. */
export type Exact = { over: bigint; under: bigint }

export const whole = (value: number): Exact => ({ over: BigInt(value), under: 1n })

/** What the number says when it is written: 0.1 is a tenth. */
export function exact(value: number): Exact {
  const [digits = '0', power = '0'] = String(value).split('e')
  const [front = '0', behind = ''] = digits.split('.')
  const over = BigInt(front + behind)
  const tens = Number(power) - behind.length
  return tens < 0 ? { over, under: 10n ** BigInt(-tens) } : { over: over * 10n ** BigInt(tens), under: 1n }
}

export const plus = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
})

export const minus = (one: Exact, other: Exact): Exact => plus(one, { over: -other.over, under: other.under })

export const times = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.over,
  under: one.under * other.under,
})

/** `other` is above zero. */
export const dividedBy = (one: Exact, other: Exact): Exact => ({
  over: one.over * other.under,
  under: one.under * other.over,
})

/** So many percent more, or less where they are below zero. */
export const changedBy = (value: Exact, percent: Exact): Exact =>
  dividedBy(times(value, plus(whole(100), percent)), whole(100))

/** Below zero, zero or above it, as the first is below, like or above the second. */
export function compared(one: Exact, other: Exact): number {
  const apart = minus(one, other).over
  return apart < 0n ? -1 : apart > 0n ? 1 : 0
}

/** The highest whole number that is not above it. */
export function floorOf({ over, under }: Exact): bigint {
  const cut = over / under
  return over < 0n && cut * under !== over ? cut - 1n : cut
}

/** To so many decimals; of two that are as near, the higher one. */
export function roundedTo(value: Exact, decimals: number): Exact {
  const under = 10n ** BigInt(decimals)
  return { over: floorOf(plus(times(value, { over: under, under: 1n }), { over: 1n, under: 2n })), under }
}

/** The number that is written so; as near as one comes where it has no end. */
export const asNumber = ({ over, under }: Exact): number => {
  const most = 20n
  const scaled = (over < 0n ? -over : over) * 10n ** most
  const digits = (scaled / under).toString().padStart(Number(most) + 1, '0')
  const value = Number(`${digits.slice(0, -Number(most))}.${digits.slice(-Number(most))}`)
  return over < 0n && value !== 0 ? -value : value
}
