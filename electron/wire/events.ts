import type { AsSent, Emit, EventName, Events } from '../shared/contract'

/** Ten a second is as often as a person can see. */
const quietMs = 100

type Send = <Name extends EventName>(name: Name, payload: Events[Name]) => void

/**
 * Events to the window, each kind at most ten times a second: the first goes at once, later ones are drawn together into
 * one that holds the newest state.
 */
export function createEvents(send: Send, after: (ms: number, run: () => void) => void): Emit {
  const pending = new Map<string, { told: unknown } | null>()

  function flush(key: string, name: EventName): void {
    const waiting = pending.get(key)
    if (!waiting) return void pending.delete(key)
    sendNow(key, name, waiting.told)
  }

  function sendNow(key: string, name: EventName, told: unknown): void {
    pending.set(key, null)
    const payload = isAsSent(told) ? told.asSent(told.productIds ?? null) : told
    if (payload !== null) send(name, payload as never)
    after(quietMs, () => flush(key, name))
  }

  return (name, told) => {
    // Each press of a menu command counts.
    if (name === 'menu.command') return send(name, told as never)
    const key = `${name} ${connectionOf(told)} ${jobOf(name, told)}`
    const waiting = pending.get(key)
    if (waiting === undefined) return sendNow(key, name, told)
    pending.set(key, { told: waiting ? drawTogether(name, waiting.told, told) : told })
  }
}

/** Payloads are data: they hold no function. */
const isAsSent = (told: unknown): told is AsSent<unknown> =>
  typeof (Object(told) as { asSent?: unknown }).asSent === 'function'

function connectionOf(told: unknown): string {
  const { connectionId } = Object(told) as { connectionId?: unknown }
  return typeof connectionId === 'string' ? connectionId : ''
}

/** A store may have several uploads of pictures at once: the state of one must not replace that of another. */
function jobOf(name: EventName, told: unknown): string {
  return name === 'pictureJobs.changed' ? String((told as Events['pictureJobs.changed']).id) : ''
}

type Rows = { productIds: number[] | null }

/** A newer state replaces an older one; only the list of changed rows has to grow. */
function drawTogether(name: EventName, older: unknown, newer: unknown): unknown {
  if (name !== 'catalogue.changed') return newer
  const [before, now] = [older as Rows, newer as Rows]
  const productIds =
    before.productIds && now.productIds ? [...new Set([...before.productIds, ...now.productIds])] : null
  return { ...now, productIds: productIds && productIds.length > 500 ? null : productIds }
}
