/** Numbers between 0 and 1 that come out the same on every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const things =
  'Mug Bowl Plate Vase Lamp Chair Table Kettle Teapot Basket Blanket Cushion Candle Soap Towel Apron Board Knife Spoon Jar'
const kinds =
  'Blue Green Red Black White Grey Small Large Tall Round Oak Steel Linen Cotton Wool Glass Clay Copper Rustic Folding'
const common = 'the and with for made of in a is from by to hand every your home size our it this'

/** Products as the store sends them: about two thousand common words, and one word of its own in every name and SKU. */
export function createSyntheticProducts(pictureOf: (id: number) => string, seed = 1) {
  const random = createRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const letters = 'etaoinshrdlucmfwypvbgkjqxz'
  // Frequent letters first, as in a language: a search for one letter must meet very long and rather short lists.
  const letter = () => letters[Math.floor(random() ** 1.8 * letters.length)] ?? 'e'
  const word = () => Array.from({ length: 3 + Math.floor(random() * 7) }, letter).join('')
  const vocabulary = Array.from({ length: 12_000 }, word)
  const [thing, kind, frequent] = [things.split(' '), kinds.split(' '), common.split(' ')]

  return (id: number) => {
    const text = Array.from({ length: 50 }, () =>
      random() < 0.4 ? pick(frequent) : (vocabulary[Math.floor(random() ** 2.5 * vocabulary.length)] ?? ''),
    )
    const name = `${pick(kind)} ${pick(thing)} ${word()}`
    const sku = `${name.slice(0, 3).toUpperCase()}-${String(id).padStart(6, '0')}`
    const price = Math.round(random() * 20_000) / 100
    const sizes = random() < 0.3 ? ['S', 'M', 'L'] : []
    return {
      id: 10_000_000 + id,
      name,
      sku,
      price,
      compareToPrice: random() < 0.2 ? price + 10 : undefined,
      enabled: random() < 0.9,
      quantity: random() < 0.7 ? Math.floor(random() * 50) : undefined,
      unlimited: random() < 0.3,
      warningLimit: 3,
      categoryIds: [1 + Math.floor(random() * 60)],
      description: `<p>${text.slice(0, 25).join(' ')}</p><p>${text.slice(25).join(' ')}</p>`,
      options:
        sizes.length === 0 ? [] : [{ type: 'SIZE', name: 'Size', choices: sizes.map((each) => ({ text: each })) }],
      combinations: sizes.map((size, index) => ({
        id: id * 10 + index,
        sku: `${sku}-${size}`,
        quantity: Math.floor(random() * 9),
        options: [{ name: 'Size', value: size }],
      })),
      attributes: [
        { id: 1, name: 'UPC', type: 'UPC', show: 'NOTSHOW', value: String(4_000_000_000_000 + id) },
        { id: 2, name: 'Brand', type: 'BRAND', show: 'DESCR', value: `Brand ${Math.floor(random() * 40)}` },
      ],
      media: {
        images: [
          {
            id: '0',
            orderBy: 0,
            isMain: true,
            image160pxUrl: pictureOf(id),
            alt: { main: name },
          },
        ],
      },
      createTimestamp: 1_600_000_000 + Math.floor(random() * 100_000_000),
      updateTimestamp: 1_700_000_000 + Math.floor(random() * 10_000_000),
    }
  }
}
