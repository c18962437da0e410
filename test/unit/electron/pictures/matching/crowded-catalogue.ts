import type { MatchProduct } from '../../../../../electron/pictures/matching/match-index'

type Entry = {
  /** How the table of names calls it. */
  id: string
  sku: string
  name: string
  ecwidId: number
  variationSkus?: string[]
  upcs?: string[]
  slugs?: string[]
  options?: string[]
  fileNames?: string[]
}

const hand: Omit<Entry, 'ecwidId'>[] = [
  { id: 'A-1', sku: 'A-1', name: 'Anchor pendant' },
  { id: 'A-10', sku: 'A-10', name: 'Anchor pendant large' },
  { id: 'A-100', sku: 'A-100', name: 'Anchor pendant gold' },
  { id: 'A-11', sku: 'A-11', name: 'Anchor ring' },
  { id: 'A-110', sku: 'A-110', name: 'Anchor ring gold' },
  { id: 'B', sku: 'B', name: 'Base plate' },
  { id: 'B-1', sku: 'B-1', name: 'Base plate one hole' },
  { id: 'B-2', sku: 'B-2', name: 'Base plate two holes' },
  { id: 'ROPE', sku: 'ROPE', name: 'Rope by the metre' },
  { id: 'ROPE-2', sku: 'ROPE-2', name: 'Rope double braided' },
  { id: 'AB/12', sku: 'AB/12', name: 'Bracket twelve' },
  { id: 'AB/13', sku: 'AB/13', name: 'Bracket thirteen' },
  { id: 'AB-13', sku: 'AB-13', name: 'Bracket thirteen old' },
  { id: 'TS 100 BL', sku: 'TS 100 BL', name: 'T-shirt blue' },
  { id: 'TS 100 RD', sku: 'TS 100 RD', name: 'T-shirt red' },
  { id: 'TS 100 BLK', sku: 'TS 100 BLK', name: 'T-shirt black' },
  { id: 'GRÜN-1', sku: 'GRÜN-1', name: 'Grüner Becher' },
  { id: 'GRÜN-2', sku: 'GRÜN-2', name: 'Grüner Becher groß' },
  { id: 'ÆØÅ-7', sku: 'ÆØÅ-7', name: 'Nordic bowl' },
  { id: '00123', sku: '00123', name: 'Screw M3' },
  { id: '123', sku: '123', name: 'Screw M4' },
  { id: '00456', sku: '00456', name: 'Screw M5' },
  { id: '0789', sku: '0789', name: 'Screw M6' },
  { id: '1', sku: '1', name: 'Gift card' },
  { id: '2', sku: '2', name: 'Gift wrapping' },
  { id: '12', sku: '12', name: 'Postcard' },
  { id: '001', sku: '001', name: 'Poster' },
  { id: 'dup1', sku: 'DUP-5', name: 'Candle white' },
  { id: 'dup2', sku: 'DUP-5', name: 'Candle ivory' },
  { id: 'dup3', sku: 'Dup-6', name: 'Candle red' },
  { id: 'dup4', sku: 'DUP-6', name: 'Candle crimson' },
  {
    id: 'MUG',
    sku: 'MUG',
    name: 'Enamel mug',
    variationSkus: ['MUG-BLUE', 'MUG-RED', 'MUG-1', 'MUG-2'],
    options: ['blue', 'red'],
  },
  {
    id: 'CUP-100',
    sku: 'CUP-100',
    name: 'Stoneware cup',
    variationSkus: ['CUP-100-S', 'CUP-100-M'],
    options: ['s', 'm', 'small'],
  },
  { id: 'CUP-1000', sku: 'CUP-1000', name: 'Stoneware cup set' },
  { id: 'TEE-BLU', sku: 'TEE-BLU', name: 'Organic tee navy' },
  { id: 'TEE-BLUE', sku: 'TEE-BLUE', name: 'Organic tee blue' },
  { id: 'X5', sku: 'X5', name: 'Cross bit 5' },
  { id: 'X-55', sku: 'X-55', name: 'Cross bit 55' },
  { id: 'X5-5', sku: 'X5-5', name: 'Cross bit 5.5' },
  { id: 'LMP.200.W', sku: 'LMP.200.W', name: 'Desk lamp white' },
  { id: 'LMP.200.B', sku: 'LMP.200.B', name: 'Desk lamp black' },
  { id: 'LMP.20', sku: 'LMP.20', name: 'Bedside lamp' },
  { id: 'SK_77_L', sku: 'SK_77_L', name: 'Wool sock long' },
  { id: 'SK_77', sku: 'SK_77', name: 'Wool sock' },
  { id: 'EAN1', sku: 'KN-501', name: 'Chef knife', upcs: ['4006381333931'] },
  { id: 'EAN2', sku: 'KN-502', name: 'Bread knife', upcs: ['012345678905'] },
  { id: 'EAN3', sku: 'KN-503', name: 'Paring knife', upcs: ['4006381333948'] },
  { id: 'oak-board', sku: 'OAK', name: 'Oak cutting board', slugs: ['oak-cutting-board'] },
  { id: 'oak-board-l', sku: 'OAK-L', name: 'Oak cutting board large', slugs: ['oak-cutting-board-large'] },
  { id: 'walnut', sku: 'WAL', name: 'Walnut cutting board', slugs: ['walnut-cutting-board-p501'] },
  { id: 'linen1', sku: 'LN-01', name: 'Linen tea towel' },
  { id: 'linen2', sku: 'LN-02', name: 'Linen tea towel' },
  { id: 'spoon', sku: 'SP/88 A', name: 'Olive wood spoon' },
  { id: 'spoon-b', sku: 'SP/88 B', name: 'Olive wood spoon slotted' },
  { id: 'bowl', sku: 'BWL-3000', name: 'Salad bowl' },
  { id: 'bowl-x', sku: 'BWL-3000X', name: 'Salad bowl with servers' },
  { id: 'jar', sku: 'JAR1L', name: 'Storage jar' },
  { id: 'jar2', sku: 'JAR2L', name: 'Storage jar two litres' },
  { id: 'cafe', sku: 'CAFÉ-9', name: 'Café filter' },
  { id: 'front', sku: 'FRONT', name: 'Front panel' },
  { id: 'tray', sku: 'TRAY 40x30', name: 'Serving tray' },
  { id: 'tray-l', sku: 'TRAY 60x40', name: 'Serving tray large' },
  { id: 'vase', sku: 'V:9', name: 'Glass vase' },
  { id: 'kettle', sku: 'KT-8', name: 'Tea kettle', fileNames: ['kettle-press-shot.jpg'] },
  { id: 'pct', sku: '50%', name: 'Sale sticker' },
  { id: 'plus', sku: 'C+', name: 'Vitamin stick plus' },
  { id: 'plain-c', sku: 'C-', name: 'Vitamin stick' },
  { id: 'num7', sku: '7000123', name: 'Toner cartridge' },
  { id: 'num7b', sku: '7000124', name: 'Toner cartridge XL' },
  { id: 'same-as-id', sku: '9000001', name: 'Odd one' },
]

const entries: Entry[] = hand.map((entry, at) => ({ ...entry, ecwidId: 550_000_000 + at }))
// An SKU that is another product's Ecwid ID.
entries.push({ id: 'has-that-id', sku: 'ODD-2', name: 'Odd two', ecwidId: 9_000_001 })

/** Families of look-alikes around the ones by hand: every product has neighbours one character away. */
const colours = ['black', 'blue', 'navy', 'red', 'green', 'white', 'sand', 'grey']
const things = ['Beaker', 'Plate', 'Apron', 'Basket', 'Blanket', 'Candle holder', 'Coaster', 'Doormat', 'Hook', 'Tin']
things.forEach((thing, family) =>
  colours.forEach((colour, shade) => {
    for (let size = 1; size <= 5; size++) {
      const code = `${thing.slice(0, 2).toUpperCase()}${family}${shade}-${size}`
      const ecwidId = 560_000_000 + family * 1000 + shade * 10 + size
      entries.push({ id: code, sku: code, name: `${thing} ${colour} size ${size}`, ecwidId })
      entries.push({
        id: `${code}0`,
        sku: `${code}0`,
        name: `${thing} ${colour} size ${size}0`,
        ecwidId: ecwidId + 100_000,
      })
    }
  }),
)

export const crowdedCatalogue: MatchProduct[] = entries.map((entry, at) => ({
  productId: at + 1,
  ecwidId: entry.ecwidId,
  name: entry.name,
  sku: entry.sku,
  variationSkus: entry.variationSkus ?? [],
  upcs: entry.upcs ?? [],
  slugs: entry.slugs ?? [],
  fileNames: entry.fileNames ?? [],
}))

export const nameOfProduct = new Map(entries.map(({ id }, at) => [at + 1, id]))
export const optionsOf = new Map(entries.map(({ options }, at) => [at + 1, new Set(options)]))
