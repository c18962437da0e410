import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../../electron/catalogue/database'
import { placeOrder } from '../../../../../electron/catalogue/picture-job-queued-file'
import type { Place } from '../../../../../electron/pictures/matching/name-readings'
import { judge, judgedProduct, matcherOf, matchPath, type Judged } from './blind-judge'
import type { BlindShop, Verdict } from './blind-names'
import { books, wine } from './blind-names-books-wine'
import { cases } from './blind-names-cases'
import { exported } from './blind-names-exports'
import { fashion } from './blind-names-fashion'
import { home } from './blind-names-home'
import { parts } from './blind-names-parts'
import { fileReasonText } from '../../../../../electron/shared/words/file-reason'
import { world } from './blind-names-world'

const shops = [fashion, parts, books, wine, cases, world, exported, home]

function judgeShop({ products, names }: BlindShop): Judged[] {
  const matcher = matcherOf(products)
  return names.map((name) => judge(products, matcher, name))
}

/** As the database orders the files of a product. */
function inOrder(files: { path: string; place: Place }[]): string[] {
  const db = openDatabase(':memory:')
  try {
    db.exec('CREATE TABLE f (id INTEGER PRIMARY KEY, arranged, place_rank, place_number, folder, name, path)')
    const add = db.prepare('INSERT INTO f (place_rank, place_number, folder, name, path) VALUES (?, ?, ?, ?, ?)')
    for (const { path, place } of files) {
      const [name = '', ...folders] = path.split('/').toReversed()
      add.run(place.rank, place.number, folders.toReversed().join('/'), name, path)
    }
    return db
      .prepare(`SELECT path FROM f ORDER BY ${placeOrder}`)
      .all<{ path: string }>()
      .map(({ path }) => path)
  } finally {
    db.close()
  }
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

function count(judged: Judged[], verdict: Verdict, outcome: Judged['outcome']): number {
  return judged.filter((each) => each.verdict === verdict && each.outcome === outcome).length
}

function report(title: string, judged: Judged[]): string {
  const share = (verdict: Verdict) => {
    const all = judged.filter((each) => each.verdict === verdict).length
    const right = count(judged, verdict, 'right')
    return `${percent(right, all)} (${right} of ${all})`
  }
  const confident = judged.filter(({ match }) => match.confidence === 'confident')
  const right = confident.filter(({ outcome }) => outcome !== 'wrong').length
  const precision = `precision ${percent(right, confident.length)} (${right} of ${confident.length})`
  const others = `doubtful ones seen ${share('doubtful')}, nothing left alone ${share('nothing')}`
  return `${title}: ${judged.length} names, ${precision}, recall ${share('sure')}, ${others}`
}

const line = ({ path, verdict, target, match, found }: Judged) =>
  `${path}: ${verdict} ${target ?? ''}, but ${match.confidence} ${found} (${fileReasonText(match.reason)})`

describe('names judged before they were matched', () => {
  const judged = shops.map((shop) => ({ shop, names: judgeShop(shop) }))
  const all = judged.flatMap(({ names }) => names)

  it('prints what it found', () => {
    for (const { shop, names } of judged) console.log(report(shop.title, names))
    console.log(report('all', all))
    if (process.env['MISSED'])
      console.log(
        all
          .filter(({ outcome }) => outcome === 'missed')
          .map(line)
          .join('\n'),
      )
    expect(all.length).toBeGreaterThan(400)
  })

  it('is never confident of a wrong product, and never where somebody has to look', () => {
    expect(all.filter(({ outcome }) => outcome === 'wrong').map(line)).toEqual([])
  })

  it('finds what a person finds, and shows what a person doubts', () => {
    const share = (verdict: Verdict) =>
      count(all, verdict, 'right') / all.filter((each) => each.verdict === verdict).length
    expect(share('sure')).toBeGreaterThan(0.975)
    expect(share('doubtful')).toBeGreaterThan(0.9)
    expect(share('nothing')).toBe(1)
  })

  it('confuses nothing when all the shops are one', () => {
    const products = shops.flatMap((shop) =>
      shop.products.map((each) => ({ ...each, key: `${shop.title}: ${each.key}` })),
    )
    const matcher = matcherOf(products)
    const confused = shops.flatMap(({ title, names }) =>
      names.flatMap(({ path, target }) => {
        const found = target === null ? null : judgedProduct(products, matcher, path)
        const meant = `${title}: ${target?.split(' > ')[0]}`
        return found === null || found === meant ? [] : [`${path}: ${found}, not ${meant}`]
      }),
    )
    expect(confused).toEqual([])
  })

  for (const { title, products, orders } of shops)
    it(`keeps the order a person would choose: ${title}`, () => {
      const matcher = matcherOf(products)
      for (const paths of orders) {
        const places = paths.toReversed().map((path) => ({ path, place: matchPath(matcher, path).place }))
        expect(inOrder(places)).toEqual(paths)
      }
    })
})
