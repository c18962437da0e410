import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedForSku } from '../../../../../electron/shared/text-changes'
import { patternProblem, skusOf, usualPattern } from '../../../../../electron/shared/variations/sku-pattern'

const pairs = (size: string, colour = 'Red') => [
  { name: 'Size', value: size },
  { name: 'Colour', value: colour },
]
const isFree = () => false
const made = (pattern: string, ...sizes: string[]) =>
  skusOf(
    pattern,
    'TEE',
    sizes.map((size) => pairs(size)),
    isFree,
  )

describe('the pattern of SKUs', () => {
  it('puts choices behind the SKU of the product', () => {
    expect(usualPattern(['Size', 'Colour'], true)).toBe('{sku}-{Size}-{Colour}')
    expect(usualPattern(['Size'], false)).toBe('{Size}')
    expect(made('{sku}-{Colour}-{Size}', 'M', 'L')).toEqual(['TEE-RED-M', 'TEE-RED-L'])
    expect(made('{SKU}/{colour:1}{size}', 'M')).toEqual(['TEE/RM'])
  })

  it.each([
    ['Größe', 'GROSSE'],
    ['Extra Large', 'EXTRALARGE'],
    ['½ Pint', '12PINT'],
    ['Øresund', 'ORESUND'],
    ['Crème brûlée', 'CREMEBRULEE'],
    ['10.5"', '10.5'],
    ['Красный', 'КРАСНЫЙ'],
    ['…', ''],
  ])('folds %s to %s', (text, folded) => expect(foldedForSku(text)).toBe(folded))

  it('shortens a choice, and leaves no signs where a part is empty', () => {
    expect(made('{sku}-{Size}', 'A very long name of a size')).toEqual(['TEE-AVERYLONGNAM'])
    expect(made('{sku}-{Size}-{Colour}', '!!!')).toEqual(['TEE-RED'])
    expect(skusOf('{sku}-{Size}', '', [pairs('M')], isFree)).toEqual(['M'])
  })

  it('gives none twice, and none that another has', () => {
    expect(made('{sku}-{Colour}', 'S', 'M', 'L')).toEqual(['TEE-RED', 'TEE-RED-2', 'TEE-RED-3'])
    expect(
      skusOf('{sku}-{Size}', 'TEE', [pairs('M')], (sku) => ['tee-m', 'tee-m-2'].includes(sku.toLowerCase())),
    ).toEqual(['TEE-M-3'])
    expect(made('', 'S', 'M')).toEqual(['', ''])
  })

  it('says which name stands for nothing', () => {
    expect(patternProblem('{sku}-{size:2}', ['Size'])).toBeNull()
    expect(patternProblem('{Color}', ['Size'])).toBe('There is no option “Color”. Known are {sku}, {Size}.')
    expect(patternProblem('{sku}-{Size', ['Size'])).toBe('A name stands between { and }.')
  })

  it('holds for whatever choices are called', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 }),
        fc.array(fc.string()),
        (sizes, taken) => {
          const skus = skusOf(
            '{sku}-{Size}',
            'TEE',
            sizes.map((size) => pairs(size)),
            (sku) => taken.some((each) => each.trim().toLowerCase() === sku.trim().toLowerCase()),
          )
          const all = [...skus, ...new Set(taken.map((each) => each.trim().toLowerCase()))].map((sku) =>
            sku.toLowerCase(),
          )
          expect(new Set(all).size).toBe(all.length)
          expect(skus.every((sku) => sku !== '' && sku.length <= 64 && sku.trim() === sku)).toBe(true)
        },
      ),
    )
  })
})
