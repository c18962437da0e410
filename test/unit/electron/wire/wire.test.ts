import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../../electron/shared/errors'
import { createWire, hearing, type Side, type Wire } from '../../../../electron/wire/wire'
import { threadPort } from '../../../support/line-over-a-wire'

type Shop = {
  calls: {
    double: { input: number; output: number }
    count: { input: { to: number }; part: number; output: string }
    wait: { input: null; output: null }
  }
  news: { said: string }
}
type Nobody = { calls: Record<never, never>; news: Record<never, never> }

const fine = <T>(value: T): Result<T> => ({ ok: true, value })

function shop() {
  const { port1, port2 } = new MessageChannel()
  const heard: string[] = []
  const stopped: string[] = []
  createWire<Shop, Nobody>(threadPort(port1), () => ({
    answers: {
      double: async (input) => fine(input * 2),
      async count({ to }, { part, signal }) {
        for (let at = 1; at <= to && !signal.aborted; at += 1) {
          part(at)
          await new Promise((resolve) => setImmediate(resolve))
        }
        stopped.push(`counted, ${signal.aborted ? 'stopped' : 'whole'}`)
        return fine('counted')
      },
      wait: () => new Promise(() => {}),
    },
    hear: hearing<Shop['news']>({ said: (text) => heard.push(text) }),
  }))
  const wire = createWire<Nobody, Shop>(threadPort(port2), () => ({ answers: {}, hear: () => {} }))
  return { wire, heard, stopped, raw: (message: unknown) => port2.postMessage(message) }
}

describe('a wire', () => {
  it('answers each question with its own answer, whichever comes first', async () => {
    const { wire } = shop()
    expect(await Promise.all([3, 4, 5].map((each) => wire.ask('double', each)))).toEqual([fine(6), fine(8), fine(10)])
  })

  it('brings news before what is asked after them', async () => {
    const { wire, heard } = shop()
    wire.tell('said', 'one')
    wire.tell('said', 'two')
    await wire.ask('double', 1)
    expect(heard).toEqual(['one', 'two'])
  })

  it('brings every part before the answer', async () => {
    const { wire } = shop()
    const parts: number[] = []
    expect(await wire.ask('count', { to: 5 }, { onPart: (part) => parts.push(part) })).toEqual(fine('counted'))
    expect(parts).toEqual([1, 2, 3, 4, 5])
  })

  it('stops what is under way at the other side, and hears no more of it', async () => {
    const { wire, stopped } = shop()
    const parts: number[] = []
    const stop = new AbortController()
    const asked = wire.ask(
      'count',
      { to: 1e9 },
      {
        signal: stop.signal,
        onPart: (part) => {
          parts.push(part)
          if (part === 3) stop.abort(new Error('enough'))
        },
      },
    )
    await expect(asked).rejects.toThrow('enough')
    await expect.poll(() => stopped).toEqual(['counted, stopped'])
    expect(parts).toEqual([1, 2, 3])
  })

  it('asks nothing that was stopped before', async () => {
    const { wire, stopped } = shop()
    const signal = AbortSignal.abort(new Error('never mind'))
    await expect(wire.ask('count', { to: 1 }, { signal })).rejects.toThrow('never mind')
    await wire.ask('double', 1)
    expect(stopped).toEqual([])
  })

  it('answers what is under way when the other side is gone', async () => {
    const { wire } = shop()
    const asked = wire.ask('wait', null)
    const lost: Result<never> = { ok: false, error: { code: 'unknown-outcome', message: 'gone' } }
    wire.cut(lost)
    expect(await asked).toEqual(lost)
  })

  it('answers a name it does not know, and has no ear for nonsense', async () => {
    const { wire, raw } = shop()
    for (const message of [null, 7, 'ask', {}, { kind: 'other' }, { kind: 'answer', id: 1 }, { kind: 'news' }]) {
      raw(message)
    }
    const any = wire as unknown as Wire<Side>
    for (const name of ['triple', 'toString', '__proto__', 'constructor']) {
      expect(await any.ask(name, 1)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
    expect(await wire.ask('double', 2)).toEqual(fine(4))
  })
})
