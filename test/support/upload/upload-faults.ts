import type { DemoStore } from '../demo-store-process'
import type { Random } from '../kill/random'

const uploads = { path: '/image|/gallery' }

/** Something goes wrong with about every `every`th of the next `requests` requests: all along, and in every way. */
export async function throwFaults(store: DemoStore, random: Random, requests: number, every: number): Promise<void> {
  const kinds = [
    { kind: 'status', status: 429, retryAfter: 1 },
    { kind: 'drop-after', match: uploads },
    { kind: 'drop-before', match: uploads },
    { kind: 'drop-after' },
    { kind: 'drop-before' },
    { kind: 'status', status: 500, processed: true, match: uploads },
    { kind: 'status', status: 500, match: uploads },
    { kind: 'status', status: 500 },
  ]
  for (let at = random.int(every); at < requests; at += 1 + random.int(2 * every)) {
    await store.control('POST', '/faults', { ...kinds[random.int(kinds.length)], after: at })
  }
}
