import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tableReading } from '../../../support/table-reading'

const folder = join(import.meta.dirname, '../../../fixtures/tables')
const files = readdirSync(folder).filter((name) => !/\.(json|md|py)$/.test(name))

it('has files of all tools to read', () => expect(files.length).toBeGreaterThanOrEqual(40))

it.each(files)('reads %s as it stands beside it', async (name) => {
  expect(await tableReading(join(folder, name))).toEqual(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
})
