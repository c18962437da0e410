import type { EventName, Events } from '../shared/contract'

/** Ten a second is as often as a person can see. */
const quietMs = 100

type Send = <Name extends EventName>(name: Name, payload: Events[Name]) => void
export type Emit = Send

/**
 * Events to the window, each kind at most ten times a second: the first goes at once, later ones are drawn together into
 * one that holds the newest state.
 */
export function createEvents(send: Send, after: (ms: number, run: () => void) => void): Emit {
  const pending = new Map<string, { payload: unknown } | null>()

  function flush(key: string, name: EventName): void {
    const waiting = pending.get(key)
    if (!waiting) return void pending.delete(key)
    pending.set(key, null)
    send(name, waiting.payload as never)
    after(quietMs, () => flush(key, name))
  }

  return (name, payload) => {
    // Each press of a menu command counts.
    if (name === 'menu.command') return send(name, payload)
    const key = `${name} ${connectionOf(payload)} ${jobOf(name, payload)}`
    const waiting = pending.get(key)
    if (waiting === undefined) {
      pending.set(key, null)
      send(name, payload)
      return after(quietMs, () => flush(key, name))
    }
    pending.set(key, { payload: waiting ? drawTogether(name, waiting.payload, payload) : payload })
  }
}

function connectionOf(payload: unknown): string {
  const { connectionId } = Object(payload) as { connectionId?: unknown }
  return typeof connectionId === 'string' ? connectionId : ''
}

/** A store may have several uploads of pictures at once: the state of one must not replace that of another. */
function jobOf(name: EventName, payload: unknown): string {
  return name === 'pictureJobs.changed' ? String((payload as Events['pictureJobs.changed']).id) : ''
}

/** A newer state replaces an older one; only the list of changed rows has to grow. */
function drawTogether(name: EventName, older: unknown, newer: unknown): unknown {
  if (name !== 'catalogue.changed') return newer
  const before = (older as Events['catalogue.changed']).productIds
  const now = newer as Events['catalogue.changed']
  const productIds = before && now.productIds ? [...new Set([...before, ...now.productIds])] : null
  return { ...now, productIds: productIds && productIds.length > 500 ? null : productIds }
}
