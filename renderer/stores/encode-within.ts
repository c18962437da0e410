export type Attempt = { scale: number; quality: number }
type Sized = { size: number }

const lowerQualities = [0.82, 0.72]
/** A step aims a little below the limit, because size does not follow the pixels exactly. */
const aim = 0.92
const mostShrinks = 6

/**
 * Encodes a picture so that it has at most `maxBytes`: as wished, then with less quality where the type knows any, then
 * smaller. Null when even that is too much.
 */
export async function encodeWithin<T extends Sized>(
  maxBytes: number,
  wish: Attempt,
  hasQuality: boolean,
  encode: (attempt: Attempt) => Promise<T>,
): Promise<T | null> {
  const qualities = hasQuality ? lowerQualities.filter((lower) => lower < wish.quality) : []
  let encoded: T | null = null
  let attempt = wish
  for (const quality of [wish.quality, ...qualities]) {
    attempt = { ...attempt, quality }
    encoded = await encode(attempt)
    if (encoded.size <= maxBytes) return encoded
  }
  for (let step = 0; step < mostShrinks && encoded; step++) {
    attempt = { ...attempt, scale: attempt.scale * Math.sqrt((aim * maxBytes) / encoded.size) }
    encoded = await encode(attempt)
    if (encoded.size <= maxBytes) return encoded
  }
  return null
}
