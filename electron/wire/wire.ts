import type { Result } from '../shared/errors'
import type { TextAnswer } from '../shared/text-answer'

/** What one side answers and what it listens to. `part`: what may come before the answer, piece by piece. */
export type Side = {
  calls: Record<string, { input: unknown; output: unknown; part?: unknown }>
  news: Record<string, unknown>
}
type Calls = Side['calls']
type Part<C extends Calls, Name extends keyof C> = C[Name] extends { part: infer P } ? P : never

/** Carries messages to the other side, in order. */
export type Port = {
  post: (message: unknown) => void
  listen: (hear: (message: unknown) => void) => void
}

/** How an answer is on its way: whoever asked may stop it, and takes parts of it before its end. */
type Way<P> = { signal: AbortSignal; part: (part: P) => void }
/** An answer is data, whatever happens: none of these may throw. */
export type Answers<C extends Calls> = {
  [Name in keyof C]: (input: C[Name]['input'], way: Way<Part<C, Name>>) => Promise<Result<C[Name]['output']>>
}
export type Hear<N extends Side['news']> = <Name extends keyof N>(name: Name, payload: N[Name]) => void
export type Listeners<N extends Side['news']> = { [Name in keyof N]: (payload: N[Name]) => void }

/** Each piece of news to its listener; what nobody listens to is nothing. */
export function hearing<N extends Side['news']>(listeners: Listeners<N>): Hear<N> {
  return (name, payload) => {
    if (Object.hasOwn(listeners, name)) listeners[name](payload)
  }
}

type Message =
  | { kind: 'ask'; id: number; name: string; input: unknown }
  | { kind: 'part'; id: number; part: unknown }
  | { kind: 'answer'; id: number; result: Result<unknown> | TextAnswer }
  | { kind: 'stop'; id: number }
  | { kind: 'news'; name: string; payload: unknown }

type Asked = { settle: (result: Result<unknown> | TextAnswer) => void; onPart: (part: unknown) => void }

export type Wire<There extends Side> = {
  ask<Name extends keyof There['calls'] & string>(
    name: Name,
    input: There['calls'][Name]['input'],
    more?: { signal?: AbortSignal; onPart?: (part: Part<There['calls'], Name>) => void },
  ): Promise<Result<There['calls'][Name]['output']>>
  tell<Name extends keyof There['news'] & string>(name: Name, payload: There['news'][Name]): void
  /** The other side is gone: what was asked is answered with this; what it had asked goes on, and nobody hears of it. */
  cut(result: Result<never>): void
}

const unknownCall: Result<never> = {
  ok: false,
  error: {
    code: 'invalid-input',
    message: 'This part of Stockroom does not know what it was asked. Nothing was changed.',
  },
}

/**
 * Requests, answers in parts, news and stops over one port, alike in both directions. `hereFor` is this side: what it
 * answers, and what it does when it hears news.
 */
export function createWire<Here extends Side, There extends Side>(
  port: Port,
  hereFor: (there: Wire<There>) => { answers: Answers<Here['calls']>; hear: Hear<Here['news']> },
  /** How the answer to a call goes over the port. */
  pack: (name: string, result: Result<unknown>) => Result<unknown> | TextAnswer = (_name, result) => result,
): Wire<There> {
  const asked = new Map<number, Asked>()
  const answering = new Map<number, AbortController>()
  // A page that was loaded anew must not take an answer that was meant for the one before.
  let lastId = Math.floor(Math.random() * 2 ** 52)
  const post = (message: Message) => port.post(message)

  function answer(id: number, name: string, input: unknown): void {
    const handler = Object.hasOwn(here.answers, name) ? here.answers[name] : undefined
    if (!handler) return post({ kind: 'answer', id, result: unknownCall })
    const stopping = new AbortController()
    answering.set(id, stopping)
    const isOn = () => answering.get(id) === stopping && !stopping.signal.aborted
    const way = { signal: stopping.signal, part: (part: unknown) => isOn() && post({ kind: 'part', id, part }) }
    void handler(input, way as never).then((result) => {
      if (isOn()) post({ kind: 'answer', id, result: pack(name, result) })
      answering.delete(id)
    })
  }

  const there: Wire<There> = {
    ask: (name, input, { signal, onPart } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const id = (lastId += 1)
        const end = () => {
          asked.delete(id)
          signal?.removeEventListener('abort', stop)
        }
        const stop = () => {
          end()
          post({ kind: 'stop', id })
          reject(signal?.reason)
        }
        const settle = (result: Result<unknown> | TextAnswer) => {
          end()
          resolve(result as never)
        }
        post({ kind: 'ask', id, name, input })
        asked.set(id, { settle, onPart: (part) => onPart?.(part as never) })
        signal?.addEventListener('abort', stop, { once: true })
      }),
    tell: (name, payload) => post({ kind: 'news', name, payload }),
    cut(result) {
      for (const { settle } of [...asked.values()]) settle(result)
      answering.clear()
    },
  }
  const here = hereFor(there)
  port.listen((raw) => {
    // The window's messages may be anything; what has no meaning here has no effect.
    const message = Object(raw) as Message
    switch (message.kind) {
      case 'ask':
        return answer(message.id, message.name, message.input)
      case 'part':
        return asked.get(message.id)?.onPart(message.part)
      case 'answer':
        return asked.get(message.id)?.settle(message.result)
      case 'stop':
        return answering.get(message.id)?.abort()
      case 'news':
        return here.hear(message.name, message.payload as never)
    }
  })
  return there
}
