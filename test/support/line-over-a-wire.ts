import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createStoreLines } from '../../electron/connections/store-lines'
import type { Line, LineOptions } from '../../electron/ecwid/line'
import { createRemoteLine } from '../../electron/engine/remote-line'
import { createHostOfEngine } from '../../electron/ipc/host-of-engine'
import type { EngineSide, HostSide } from '../../electron/shared/engine-contract'
import { createWire, type Port } from '../../electron/wire/wire'

/** One end of a channel between threads: messages are copied as between processes. */
export function threadPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    listen(hear) {
      port.on('message', hear)
      port.unref()
    },
  }
}

/** A line as the engine has it: the key and the network are at the other end of a wire. */
export function lineOverAWire({ origin, key, fetch }: LineOptions): Line {
  const { port1, port2 } = new MessageChannel()
  const lines = createStoreLines({
    find: () => ({ isDemo: false }),
    originOf: async () => (typeof origin === 'string' ? origin : origin()),
    keyOf: async () => key(),
    fetch,
  })
  const nothing = () => {}
  createWire<HostSide, EngineSide>(threadPort(port1), () =>
    createHostOfEngine({
      lines,
      emit: nothing,
      noteMissingScope: nothing,
      announce: nothing,
      placeToSave: async () => null,
      showInFolder: nothing,
      reader: { hear: nothing },
      log: { info: nothing, error: nothing },
    }),
  )
  const noAnswers = {} as never
  const host = createWire<EngineSide, HostSide>(threadPort(port2), () => ({ answers: noAnswers, hear: nothing }))
  return createRemoteLine(host, 'a connection')
}
