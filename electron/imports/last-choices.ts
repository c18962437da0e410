import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { foldText } from '../shared/fold-text'
import { lastChoicesSchema, type ImportAsked, type LastChoices } from '../shared/import'
import type { TableShape } from '../shared/table'

const storedKey = 'how tables were imported'
const storedSchema = z.array(lastChoicesSchema.extend({ header: z.string() }))
const mostTables = 40
const mostColumns = 300

/**
 * What was chosen last for tables with the same header, whatever its letter case. The oldest go first, and very wide ones are not kept. Of
 * two without a header nothing tells that they are alike.
 */
export function createLastChoices({ meta }: Pick<Catalogue, 'meta'>, now: () => number) {
  const all = () => meta.get(storedKey, storedSchema) ?? []
  return {
    of({ header: row, columns }: Pick<TableShape, 'header' | 'columns'>): LastChoices | null {
      if (row === null) return null
      const header = headerOf(columns)
      const found = all().find((each) => each.header === header)
      if (!found || found.targets.length !== columns.length) return null
      const { header: _, ...choices } = found
      return choices
    },
    note({ header: row, columns, targets, decimals, empties = [], key }: Noted): void {
      if (row === null || columns.length > mostColumns) return
      const header = headerOf(columns)
      const others = all().filter((each) => each.header !== header)
      meta.set(
        storedKey,
        [{ header, at: now(), targets, decimals, empties, ...(key && { key }) }, ...others].slice(0, mostTables),
      )
    },
  }
}

type Noted = Pick<ImportAsked, 'columns' | 'targets' | 'decimals' | 'empties' | 'key'> & Pick<TableShape, 'header'>

const headerOf = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map((name) => foldText(name.trim()))))
    .digest('base64')
