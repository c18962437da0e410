import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog, withoutKeys } from '../../../../electron/platform/log'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => Date.UTC(2026, 0, 5, 10)

describe('log', () => {
  it('appends one line per entry, with its time', () => {
    const file = join(folder, 'logs', 'app.log')
    const log = createLog({ file, now })
    log.info('started')
    log.info('two\nlines')
    expect(readFileSync(file, 'utf8')).toBe(
      '2026-01-05T10:00:00.000Z info started\n2026-01-05T10:00:00.000Z info two\n    lines\n',
    )
  })

  it('goes on with a file of an earlier run', () => {
    const file = join(folder, 'app.log')
    createLog({ file, now }).info('first run')
    createLog({ file, now }).info('second run')
    expect(readFileSync(file, 'utf8')).toMatch(/first run\n.*second run\n$/)
  })

  it('keeps as many old files as it may, each below its size', () => {
    const file = join(folder, 'app.log')
    const log = createLog({ file, maxBytes: 300, keep: 2, now })
    for (let index = 0; index < 60; index += 1) log.info(`line ${index}`)
    expect(readdirSync(folder).sort()).toEqual(['app.log', 'app.log.1', 'app.log.2'])
    const texts = ['app.log.2', 'app.log.1', 'app.log'].map((name) => readFileSync(join(folder, name), 'utf8'))
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(300)
    expect(texts.join('')).toMatch(/line 58\n.*line 59\n$/)
  })

  it('writes errors with their causes', () => {
    const file = join(folder, 'app.log')
    createLog({ file, now }).error('push failed', new Error('outer', { cause: new Error('inner') }))
    expect(readFileSync(file, 'utf8')).toMatch(/error push failed[\s\S]*Error: outer[\s\S]*caused by: Error: inner/)
  })

  it('holds no key, wherever it came from', () => {
    const file = join(folder, 'app.log')
    const log = createLog({ file, now })
    const key = 'secret_Ab12Cd34Ef56'
    log.info(`key is ${key}`)
    log.info(`GET /products?token=${key}&limit=1`)
    log.error('failed', new Error(`Bearer ${key}`, { cause: { headers: { authorization: `Bearer ${key}` } } }))
    expect(readFileSync(file, 'utf8')).not.toContain('Ab12')
  })

  it('does not stop the program when nothing can be written', () => {
    const noFolder = join(folder, 'a-file')
    writeFileSync(noFolder, 'not a folder')
    const log = createLog({ file: join(noFolder, 'app.log'), now })
    expect(() => log.info('lost')).not.toThrow()
    expect(readdirSync(folder)).toEqual(['a-file'])
  })
})

describe('withoutKeys', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'Authorization: Bearer [removed]'],
    ['public_Zz9 and secret_a_b', 'public_[removed] and secret_[removed]'],
    ['/x?token=abc&y=1', '/x?token=[removed]&y=1'],
    ['a secret, plainly', 'a secret, plainly'],
  ])('%s', (text, expected) => expect(withoutKeys(text)).toBe(expected))
})
