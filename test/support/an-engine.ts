import { MessageChannel } from 'node:worker_threads'
import { createStoreLines } from '../../electron/connections/store-lines'
import type { DemoStore } from '../../electron/demo-store/demo-store'
import type { LineInit } from '../../electron/ecwid/line'
import { createEngine } from '../../electron/engine/engine'
import { createHostOfEngine } from '../../electron/ipc/host-of-engine'
import type { EventName, RequestInput, RequestOutput } from '../../electron/shared/contract'
import type { EngineCall, EngineSide, HostSide } from '../../electron/shared/engine-contract'
import type { Result } from '../../electron/shared/errors'
import { packed, valueIn, type TextAnswer } from '../../electron/shared/text-answer'
import { valueOf } from '../../electron/wire/as-result'
import { createWire, type Port, type Wire } from '../../electron/wire/wire'
import { threadPort } from './line-over-a-wire'

/** The engine at the other end of a channel, as main has it, with the lines to one demo store here. */
export type AnEngine = {
  wire: Wire<EngineSide>
  /** Throws what the engine says against it. */
  ask: <Name extends EngineCall>(name: Name, input: RequestInput<Name>) => Promise<RequestOutput<Name>>
  /** Everything the engine was sent. */
  sent: unknown[]
  /** The newest event of a name. */
  latest: (name: EventName) => unknown
  /** What the window was told of events, and the reader of what was written, in this order. */
  told: { name: string; payload: unknown }[]
  /** What it would have a person notified of, and the errors it logged. */
  notices: string[]
  close: () => Promise<void>
}

type Options = {
  userData: string
  store: DemoStore
  fetch?: (url: string, init: LineInit) => Promise<Response>
}

export function startEngine({ userData, store, fetch = globalThis.fetch }: Options): AnEngine {
  const sent: unknown[] = []
  const notices: string[] = []
  const told: AnEngine['told'] = []
  const { port1, port2 } = new MessageChannel()
  const lines = createStoreLines({
    find: () => ({ isDemo: false }),
    originOf: async () => new URL(store.baseUrl).origin,
    keyOf: async () => store.secretToken,
    fetch,
  })
  const port = threadPort(port1)
  const recorded: Port = { ...port, post: (message) => port.post(sent.push(message) && message) }
  const wire = createWire<HostSide, EngineSide>(recorded, () =>
    createHostOfEngine({
      lines,
      emit: (name, payload) => told.push({ name, payload }),
      noteMissingScope: () => {},
      placeToSave: async () => null,
      showInFolder: () => {},
      reader: { hear: (name, payload) => void told.push({ name, payload }) },
      announce: ({ title, sentence }) => notices.push(`${title}: ${sentence}`),
      log: { info: () => {}, error: (text) => notices.push(text) },
    }),
  )
  createWire<EngineSide, HostSide>(threadPort(port2), (host) => createEngine(host, { userData }), packed)
  return {
    wire,
    sent,
    told,
    notices,
    latest: (name) => told.findLast((event) => event.name === name)?.payload,
    ask<Name extends EngineCall>(name: Name, input: RequestInput<Name>) {
      const asked = wire.ask<EngineCall>(name, input) as Promise<Result<RequestOutput<Name>> | TextAnswer>
      return asked.then((answer) => ('text' in answer ? valueIn(answer) : valueOf(answer)))
    },
    async close() {
      valueOf(await wire.ask('engine.close', null))
      port1.close()
    },
  }
}
