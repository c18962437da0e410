import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { storedConnectionSchema, type StoredConnection } from '../../../../electron/connections/stored-connection'
import { keptViewSchema, type KeptView } from '../../../../electron/shared/kept-view'
import { openSettingsFile } from '../../../../electron/platform/settings-file'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// electron-store is this class with Electron's folder filled in.
const open = () =>
  openSettingsFile({
    cwd: folder,
    open: ({ cwd, name, configFileMode }) =>
      new Conf<Record<string, unknown>>({ cwd, configName: name, configFileMode }),
    connectionSchema: storedConnectionSchema,
    now: () => 42,
  })

const file = () => join(folder, 'settings.json')

const connection: StoredConnection = {
  id: 'a',
  name: 'Harbour Goods',
  storeId: 1003,
  keyKind: 'secret',
  isDemo: false,
  missingScopes: [],
  addedAt: 1,
  keyInKeychain: true,
  removing: false,
}

describe('settings file', () => {
  it('starts with defaults', () => {
    const { settings, connections, setAside } = open()
    expect(settings.get()).toEqual({
      colorScheme: 'auto',
      notifications: true,
      lastConnectionId: null,
      catalogueFace: 'list',
      sheetLayouts: [],
      views: [],
    })
    expect(connections.read()).toEqual([])
    expect(setAside).toBeNull()
  })

  it('keeps settings and connections for the next run, readable by their owner only', () => {
    const first = open()
    first.settings.set({ colorScheme: 'dark' })
    first.connections.write([connection])
    const second = open()
    expect(second.settings.get()).toMatchObject({ colorScheme: 'dark', notifications: true })
    expect(second.connections.read()).toEqual([connection])
    expect(statSync(file()).mode & 0o077).toBe(0)
  })

  it.each(['../../x', '..', '/etc', 'a/b', 'a\\b', ''])(
    'takes no connection whose folder leads elsewhere: %j',
    (id) => {
      const kept = { ...connection, id: 'b' }
      writeFileSync(file(), JSON.stringify({ connections: [{ ...connection, id, removing: true }, kept] }))
      const { connections, setAside } = open()
      expect(connections.read()).toEqual([kept])
      expect(setAside).not.toBeNull()
    },
  )

  it.each(['{"settings": {"colo', '', '{"settings": 5}', '{"connections": {}}'])(
    'sets an unreadable file aside, unchanged: %j',
    (text) => {
      writeFileSync(file(), text)
      const { settings, setAside } = open()
      expect(settings.get().colorScheme).toBe('auto')
      expect(setAside).toBe(join(folder, 'settings-unreadable-42.json'))
      expect(readFileSync(setAside ?? '', 'utf8')).toBe(text)

      settings.set({ colorScheme: 'light' })
      expect(open()).toMatchObject({ setAside: null })
      expect(open().settings.get().colorScheme).toBe('light')
    },
  )

  it('keeps the connections that can be read when one cannot', () => {
    const broken = { ...connection, id: 'b', storeId: 'many' }
    writeFileSync(file(), JSON.stringify({ settings: { colorScheme: 'dark' }, connections: [connection, broken] }))
    const { settings, connections, setAside } = open()
    expect(connections.read()).toEqual([connection])
    expect(settings.get().colorScheme).toBe('dark')
    expect(readFileSync(setAside ?? '', 'utf8')).toContain('many')
    expect(open().connections.read()).toEqual([connection])
  })

  it('keeps the views that can be read when one cannot, and the file for whoever wants to look', () => {
    const view: KeptView = {
      id: 'v',
      connectionId: 'a',
      name: 'Out of stock',
      filters: { inStock: false },
      sort: 'PRICE_DESC',
      sheet: { columns: [{ path: 'name', width: 240 }], frozen: 1, unfolded: false, flat: true },
      isOpen: true,
    }
    const ofAnotherTime = { ...view, id: 'w', name: 'By rating', sort: 'RATING_ASC' }
    const stored = { settings: { colorScheme: 'dark', views: [ofAnotherTime, view] }, connections: [connection] }
    writeFileSync(file(), JSON.stringify(stored))
    const { settings, connections, setAside } = open()
    expect(settings.get()).toMatchObject({ colorScheme: 'dark', views: [view] })
    expect(connections.read()).toEqual([connection])
    expect(readFileSync(setAside ?? '', 'utf8')).toContain('By rating')
    expect(open()).toMatchObject({ setAside: null })
    expect(open().settings.get().views).toEqual([view])
  })

  it.each([
    '{"settings": {"views": 5, "colorScheme": "dark"}}',
    '{"settings": {"views": [null], "colorScheme": "dark"}}',
  ])('keeps the other settings where the views are none: %j', (text) => {
    writeFileSync(file(), text)
    const { settings, setAside } = open()
    expect(settings.get()).toMatchObject({ colorScheme: 'dark', views: [] })
    expect(readFileSync(setAside ?? '', 'utf8')).toBe(text)
  })

  const view = (id: string, connectionId = 'a'): KeptView => ({
    ...{ id, connectionId, name: id, filters: {}, sort: null, sheet: null, isOpen: false },
  })

  it('keeps the first views where there are more than it can', () => {
    const views = Array.from({ length: 201 }, (_, at) => view(`view ${at}`))
    writeFileSync(file(), JSON.stringify({ settings: { colorScheme: 'dark', views } }))
    const { settings, setAside } = open()
    expect(settings.get()).toMatchObject({ colorScheme: 'dark', views: views.slice(0, 200) })
    expect(readFileSync(setAside ?? '', 'utf8')).toContain('view 200')
  })

  it('keeps no view and no sheet of a store that is removed', () => {
    const first = open()
    first.connections.write([connection, { ...connection, id: 'b' }])
    const sheet = { columns: [], frozen: 1, unfolded: false, flat: false }
    const sheetLayouts = ['a', 'b'].map((connectionId) => ({ ...sheet, connectionId }))
    first.settings.set({ views: [view('v'), view('w', 'b')], sheetLayouts })
    first.connections.write([{ ...connection, id: 'b' }])
    const left = { views: [view('w', 'b')], sheetLayouts: [sheetLayouts[1]] }
    expect(first.settings.get()).toMatchObject(left)
    expect(open().settings.get()).toMatchObject(left)
  })

  it('takes no view of a category that is called otherwise once the store has it', () => {
    expect(keptViewSchema.safeParse({ ...view('v'), filters: { categoryIds: [0, 7] } }).success).toBe(true)
    const refused = keptViewSchema.safeParse({ ...view('v'), filters: { categoryIds: [7, -3] } })
    expect(refused.error?.issues[0]?.message).toMatch(/^A category in these filters is not in your store yet\./)
  })

  it('says so when it cannot be saved, and keeps what was true', () => {
    const { settings } = open()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'no folder any more')
    expect(() => settings.set({ colorScheme: 'dark' })).toThrow(expect.objectContaining({ code: 'storage' }))
    expect(settings.get().colorScheme).toBe('auto')
    rmSync(folder)
    mkdirSync(folder)
    settings.set({ colorScheme: 'dark' })
    expect(readdirSync(folder)).toContain('settings.json')
  })
})
