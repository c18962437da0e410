import type { BridgeApi } from '../../electron/shared/bridge-api'
import type { EventName, Events, RequestInput, RequestName, RequestOutput } from '../../electron/shared/contract'
import { AppError, toErrorInfo } from '../../electron/shared/errors'

export type FakeHandlers = {
  [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> | Promise<RequestOutput<Name>>
}

export type FakeBridge = {
  /** What the window asked, in order. */
  asked: { name: RequestName; input: unknown }[]
  handlers: FakeHandlers
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void
}

/** Stands in for main at `window.stockroom`; a handler answers or throws an AppError, a call without one fails. */
export function installFakeBridge(handlers: FakeHandlers): FakeBridge {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const fake: FakeBridge = {
    asked: [],
    handlers,
    emit: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
  }
  const api: BridgeApi = {
    async call(name, input) {
      fake.asked.push({ name, input })
      try {
        const handler = fake.handlers[name]
        if (!handler) throw new AppError('internal', `Nobody answers ${name}.`)
        return { ok: true, value: await handler(input) }
      } catch (error) {
        return { ok: false, error: toErrorInfo(error) }
      }
    },
    on(name, listener) {
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => own.delete(listener)
    },
    tokensOf: (files) => files.map(() => ''),
  }
  window.stockroom = api
  return fake
}
