import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { createProcessHost } from '../../../../electron/ipc/process-host'
import { isRepeatable, type EngineSide, type HostSide } from '../../../../electron/shared/engine-contract'
import type { Result } from '../../../../electron/shared/errors'
import { createWire, type Answers } from '../../../../electron/wire/wire'
import { threadPort } from '../../../support/line-over-a-wire'

/** Engines that answer one call each with their number; the first call of any other name is never answered. */
function setUp({ writesEnded = () => Promise.resolve(), stopWrites = () => {} } = {}) {
  let patienceEnds = () => {}
  const running: { die: () => void; heard: unknown[] }[] = []
  const told: string[] = []
  let now = 0
  function launch() {
    const { port1, port2 } = new MessageChannel()
    const number = running.length + 1
    const heard: unknown[] = []
    const value = (of: unknown): Promise<Result<never>> => Promise.resolve({ ok: true, value: of as never })
    createWire<EngineSide, HostSide>(threadPort(port1), () => ({
      answers: {
        'catalogue.facets': () => value(number),
        'changes.apply': () => new Promise(() => {}),
        'catalogue.product': () => (number === 1 ? new Promise(() => {}) : value(number)),
        'engine.close': () => value(null),
      } as unknown as Answers<EngineSide['calls']>,
      hear: (name, payload) => heard.push([name, payload]),
    }))
    let exited = (_code: number) => {}
    const die = () => exited(11)
    running.push({ die, heard })
    return {
      port: threadPort(port2),
      onExit: (listener: (code: number) => void) => void (exited = listener),
      kill: () => exited(0),
    }
  }
  const host = createProcessHost<HostSide, EngineSide>({
    name: 'engine',
    launch,
    here: { answers: {} as never, hear: () => {} },
    greet: (engine) => engine.tell('trusted', ['http://here']),
    writesEnded,
    stopWrites,
    onDeath: () => told.push('died'),
    isRepeatable,
    onRestart: () => told.push('restarted'),
    after: (_ms, run) => (patienceEnds = run),
    now: () => now,
    farewell: (engine) => engine.ask('engine.close', null),
    log: (line) => told.push(line),
  })
  return { host, running, told, pass: (ms: number) => (now += ms), patienceEnds: () => patienceEnds() }
}

const facets = { connectionId: 'a' }

describe('the host of a process', () => {
  it('answers what a dying engine was asked, starts another and greets it', async () => {
    const { host, running, told } = setUp()
    const asked = host.ask('changes.apply', {})
    running[0]!.die()
    expect(await asked).toMatchObject({ ok: false, error: { code: 'unknown-outcome' } })
    expect(await host.ask('catalogue.facets', facets)).toEqual({ ok: true, value: 2 })
    expect(running[1]!.heard).toEqual([['trusted', ['http://here']]])
    expect(told).toEqual(['The engine ended with code 11.', 'died', 'restarted'])
  })

  it('has the next one answer what only reads', async () => {
    const { host, running } = setUp()
    const asked = host.ask('catalogue.product', { connectionId: 'a', productId: 1 })
    running[0]!.die()
    expect(await asked).toEqual({ ok: true, value: 2 })
  })

  it('lets what is asked meanwhile wait, and the writes that are on their way arrive first', async () => {
    let arrived = () => {}
    const { host, running } = setUp({ writesEnded: () => new Promise<void>((resolve) => (arrived = resolve)) })
    running[0]!.die()
    const asked = host.ask('catalogue.facets', facets)
    await new Promise((resolve) => setImmediate(resolve))
    expect(running).toHaveLength(1)
    arrived()
    expect(await asked).toEqual({ ok: true, value: 2 })
  })

  it('ends the writes that outlast its patience before another engine would send them again', async () => {
    let ended = () => {}
    const writes = new Promise<void>((resolve) => (ended = resolve))
    const { host, running, patienceEnds } = setUp({ writesEnded: () => writes, stopWrites: () => ended() })
    running[0]!.die()
    const asked = host.ask('catalogue.facets', facets)
    await new Promise((resolve) => setImmediate(resolve))
    expect(running).toHaveLength(1)
    patienceEnds()
    expect(await asked).toEqual({ ok: true, value: 2 })
  })

  it('gives up on engines that die again and again, and says what to do', async () => {
    const { host, running } = setUp()
    for (let at = 0; at < 4; at += 1) {
      expect(await host.ask('catalogue.facets', facets)).toEqual({ ok: true, value: at + 1 })
      running[at]!.die()
    }
    expect(await host.ask('catalogue.facets', facets)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching('Quit Stockroom and start it again') as string },
    })
    expect(running).toHaveLength(4)
  })

  it('counts deaths that are long past no more', async () => {
    const { host, running, pass } = setUp()
    for (let at = 0; at < 6; at += 1) {
      expect(await host.ask('catalogue.facets', facets)).toEqual({ ok: true, value: at + 1 })
      running[at]!.die()
      pass(30_000)
    }
  })

  it('starts no other when the program ends', async () => {
    const { host, running, told } = setUp()
    await host.close()
    expect(running).toHaveLength(1)
    expect(told).toEqual([])
    expect(await host.ask('catalogue.facets', facets)).toMatchObject({ ok: false })
  })
})
