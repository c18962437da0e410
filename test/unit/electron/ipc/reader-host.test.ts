import { MessageChannel } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { createReaderHost } from '../../../../electron/ipc/reader-host'
import type { EngineSide, ReaderHostSide, ReaderSide } from '../../../../electron/shared/engine-contract'
import type { Result } from '../../../../electron/shared/errors'
import { createWire, type Answers, type Wire } from '../../../../electron/wire/wire'
import { threadPort } from '../../../support/line-over-a-wire'

/** Readers that answer with their number and what they have heard, do not know store B, and have ended a question about C. */
function setUp() {
  const readers: { die: () => void }[] = []
  const logged: string[] = []
  function launch() {
    const { port1, port2 } = new MessageChannel()
    const number = readers.length + 1
    const heard: string[] = []
    const search = async (raw: unknown): Promise<Result<unknown>> => {
      const { connectionId } = raw as { connectionId: string }
      if (connectionId === 'B') return { ok: false, error: { code: 'not-found', message: 'not open' } }
      if (connectionId === 'C') return { ok: false, error: { code: 'cancelled', message: 'a newer one was asked' } }
      if (connectionId === '') return { ok: false, error: { code: 'invalid-input', message: 'which?' } }
      return { ok: true, value: `reader ${number}: ${heard.join(' ')}` }
    }
    createWire<ReaderSide, ReaderHostSide>(threadPort(port1), () => ({
      answers: { 'catalogue.search': search } as unknown as Answers<ReaderSide['calls']>,
      hear: (name, { connectionId }) => heard.push(`${name} ${connectionId}`),
    }))
    let exited = (_code: number) => {}
    readers.push({ die: () => exited(11) })
    return {
      port: threadPort(port2),
      onExit: (listener: (code: number) => void) => void (exited = listener),
      kill: () => exited(0),
    }
  }
  const ask = async (_name: string, raw: unknown) => ({
    ok: true,
    value: `engine for ${(raw as { connectionId: string }).connectionId}`,
  })
  const host = createReaderHost({
    launch,
    engine: () => ({ ask }) as unknown as Wire<EngineSide>,
    after: () => {},
    now: () => 0,
    log: { info: (text) => logged.push(text), error: (text) => logged.push(text) },
  })
  const search = async (connectionId: string) => {
    const result = await host.ask('catalogue.search', { connectionId })
    return result.ok ? result.value : result.error.message
  }
  return { host, readers, search, logged }
}

it('has the engine search until a reader runs, and where the reader cannot', async () => {
  const { host, search } = setUp()
  expect(await search('A')).toBe('engine for A')
  host.start()
  expect(await search('A')).toBe('reader 1: ')
  expect(await search('B')).toBe('engine for B')
  expect(await search('')).toBe('which?')
  expect(await search('C')).toBe('a newer one was asked')
})

it('tells the reader what was written before it asks it anything', async () => {
  const { host, search } = setUp()
  host.hear('opened', { connectionId: 'A', file: 'a.sqlite' })
  host.start()
  host.hear('written', { connectionId: 'A', news: 'anything' })
  expect(await search('A')).toBe('reader 1: opened A written A')
})

it('starts another one that knows which stores are open when one dies, and nobody waits for it in vain', async () => {
  const { host, readers, search, logged } = setUp()
  host.hear('opened', { connectionId: 'A', file: 'a.sqlite' })
  host.hear('opened', { connectionId: 'C', file: 'c.sqlite' })
  host.hear('closed', { connectionId: 'C' })
  host.start()
  const asked = search('A')
  readers[0]!.die()
  expect(await asked).toBe('engine for A')
  expect(await search('A')).toBe('reader 2: opened A')
  expect(logged).toEqual(['The reader ended with code 11.'])
})
