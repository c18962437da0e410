import { foldCase, plainName, unifySeparators, wordsOf } from './fold-name'
import type { MatchIndex } from './match-index'
import type { Hit, OptionWords } from './name-hits'
import { namesMet } from './name-meetings'

/**
 * Products that what was taken for a position or a view may mean as well: `mug-2` beside a MUG-2, `B-12-left` beside a
 * B-12-L, ranges such as `LD-200-201`; and `mug-blue` beside a Mug that comes in blue.
 */
export function sisterHits(index: MatchIndex, hits: readonly Hit[], optionWords: OptionWords): Hit[] {
  return hits
    .filter(({ isStrong }) => isStrong)
    .flatMap((hit) =>
      [
        ...numberedSisters(index, hit),
        ...sidedSisters(index, hit),
        ...rangeSisters(index, hit),
        ...variedSisters(index, hit, optionWords),
      ]
        .filter(({ product }) => product !== hit.product)
        .map(({ product, sku }) => ({
          ...hit,
          product,
          sku,
          isStrong: false,
          reading: { ...hit.reading, key: sku ?? index.nameKey(product) },
        })),
    )
}

type Sister = { product: number; sku: string | null }

const unified = (text: string) => unifySeparators(foldCase(plainName(text)))

function numberedSisters(index: MatchIndex, { product, kind, reading }: Hit): readonly Sister[] {
  const { sku } = index.product(product)
  if (kind === 'sku' || reading.position === null || sku === '') return []
  return index.skus.unified(unified(`${sku}-${reading.position}`))
}

function sidedSisters(index: MatchIndex, { reading: { key, view } }: Hit): readonly Sister[] {
  if (view === null) return []
  const sisters = index.skus.unified(unified(`${key}-${view.slice(0, 1)}`))
  return sisters.filter(({ product }) => index.nameKey(product).split('-').includes(view))
}

function rangeSisters(index: MatchIndex, { product, sku, kind, reading: { position } }: Hit): readonly Sister[] {
  if (position === null || position < 10) return []
  const [, start, number] = /^(.*?)(\d+)$/.exec(sku === null ? index.nameKey(product) : unified(sku)) ?? []
  if (start === undefined || number === undefined) return []
  if (kind === 'name') return index.name(`${start}${position}`).map((sister) => ({ product: sister, sku: null }))
  return number.length === String(position).length ? index.skus.unified(`${start}${position}`) : []
}

function variedSisters(index: MatchIndex, { product, kind }: Hit, optionWords: OptionWords): readonly Sister[] {
  if (kind !== 'name') return []
  const words = wordsOf(index.nameKey(product))
  return words.slice(1).flatMap((_, at) => {
    const sisters = namesMet(index, words.slice(0, at + 1).join('-')).filter((sister) => {
      const options = optionWords(index.product(sister.product).productId)
      return words.slice(at + 1).every((word) => options.has(word))
    })
    return sisters.map((sister) => ({ product: sister.product, sku: null }))
  })
}
