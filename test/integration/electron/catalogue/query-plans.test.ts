import { describe, expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { listedColumn, listedFields } from '../../../../electron/shared/fields/listed-fields'
import { temporaryFile } from './open-catalogue'

const file = () => {
  const path = temporaryFile()
  openCatalogue(path).close()
  return path
}

describe('searches use their indexes', () => {
  it.each([
    ['the first rows by name', 'SELECT id FROM products WHERE hidden = 0 ORDER BY name_key ASC, place LIMIT 60'],
    ['the first rows by price', 'SELECT id FROM products WHERE hidden = 0 ORDER BY price ASC, place LIMIT 60'],
    ['all by Ecwid id', 'SELECT id, place FROM products ORDER BY place, id'],
    ['the few that are disabled', 'SELECT id FROM products WHERE enabled = 0'],
    ['the few on sale', 'SELECT id FROM products WHERE on_sale = 1'],
    ['pictures without an alt text', 'SELECT id FROM products WHERE without_alt > 0'],
    ['products without pictures', 'SELECT id FROM products WHERE picture_count = 0 AND hidden = 0'],
    ...listedFields.map(listedColumn).flatMap((column): [string, string][] => [
      [
        `values in ${column}`,
        `SELECT id FROM products WHERE hidden = 0 AND ${column} IN (SELECT value FROM json_each('["HIDE"]'))`,
      ],
      [`a range of ${column}`, `SELECT id FROM products WHERE hidden = 0 AND ${column} >= 1 AND ${column} <= 2`],
      [
        `the first rows by ${column}`,
        `SELECT id FROM products WHERE hidden = 0 ORDER BY ${column} ASC, place LIMIT 60`,
      ],
    ]),
    ['how many variations there are', 'SELECT id, variation_count FROM products WHERE variation_count > 0'],
    ['the newest change of the store', 'SELECT max(updated_at) FROM products WHERE hidden = 0'],
    ['the newest change of what is being deleted', 'SELECT max(remote_updated_at) FROM products WHERE hidden = 1'],
    ['what has changes waiting', `SELECT id FROM products WHERE state <> 'synced'`],
    ['a price range', 'SELECT id FROM products WHERE hidden = 0 AND price >= 1 AND price <= 2'],
    ['a SKU', `SELECT product_id FROM product_skus WHERE sku_key = 'a'`],
    ['a name', `SELECT id FROM products WHERE hidden = 0 AND id IS NOT 3 AND name_key = 'a' ORDER BY place LIMIT 1`],
    [
      'the most frequent values',
      'SELECT value FROM facet_values WHERE name_id = 1 AND total > 0 ORDER BY total DESC, value_key',
    ],
  ])('for %s', (_, sql) => {
    const db = openDatabase(file())
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all<{ detail: string }>()
    db.close()
    const detail = plan.map((step) => step.detail).join('\n')
    expect(detail).toMatch(/USING (COVERING )?INDEX/)
    expect(detail).not.toContain('TEMP B-TREE')
  })

  it('sort only ties when the order is a descending one', () => {
    const db = openDatabase(file())
    const plan = db
      .prepare('EXPLAIN QUERY PLAN SELECT id FROM products WHERE hidden = 0 ORDER BY name_key DESC, place LIMIT 60')
      .all<{ detail: string }>()
    db.close()
    expect(plan.map((step) => step.detail).join('\n')).toMatch(/products_by_name\n.*RIGHT PART/s)
  })
})
