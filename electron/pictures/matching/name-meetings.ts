import type { Meeting } from '../../shared/file-reason'
import { accentlessKeys, bareKey, wordsOf } from './fold-name'
import type { MatchIndex } from './match-index'

/** Products whose whole name is a unified key: written alike, signs replaced, accents left out. */
export function namesMet(index: MatchIndex, unified: string): { product: number; how: Meeting }[] {
  const bare = bareKey(unified)
  const found = new Map<number, Meeting>()
  const meet = (products: readonly number[], how: Meeting) => {
    for (const product of products) if (!found.has(product)) found.set(product, how)
  }
  meet(index.name(unified), 'name')
  if (bare !== '') {
    meet(index.bareName(bare), 'name')
    if (bare !== unified) meet(index.name(bare), 'name')
    // Written without its accents; another product may have the name without accents itself.
    meet(index.accentlessName(bare), 'name-accents')
  }
  if (found.size > 0 || /^[\x20-\x7e]*$/.test(bare)) return listed(found)
  for (const plain of accentlessKeys(bare)) {
    meet(index.name(plain), 'name-accents')
    meet(index.bareName(plain), 'name-accents')
    meet(index.accentlessName(plain), 'name-accents')
  }
  return listed(found)
}

const listed = (found: ReadonlyMap<number, Meeting>) => [...found].map(([product, how]) => ({ product, how }))

/** Words that files have for other reasons. */
const commonWords =
  /^(?:logo|banner|header|footer|sample|image|picture|photo|poster|label|cover|index|about|store|team|sizes?|icon|avatar|slider|default|product|preview|summer|winter|spring|autumn|christmas|black|white|green|brown|small|large|medium|basic|classic)$/

/** Whether a product's name is enough to be sure: several words, a long one, or one that no other product has. */
export function tellsApart(index: MatchIndex, product: number): boolean {
  const key = index.nameKey(product)
  if (!/\p{L}/u.test(key)) return false
  if (wordsOf(key).length > 1 || key.length >= 8) return true
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key)) return key.length >= 5
  return key.length >= 5 && !commonWords.test(key) && index.productsWithWord(key).length === 1
}
