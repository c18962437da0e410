import type { Page } from '@playwright/test'
import type { ProductDetail } from '../../../electron/shared/product'
import { connect } from '../connected'
import type { DemoStore } from '../demo-store-process'
import { playing } from '../playing'
import { readState } from '../stored-product'
import { createRandom } from './random'
import { expectEachOnce, planTasks, type Subject, type Task } from './workload'

export type KillRun = {
  seed: number
  changes: number
  pictures: number
  kills: number
  store: DemoStore
  page: Page
  relaunch: (how: { kill: boolean }) => Promise<Page>
  say: (line: string) => void
}

/**
 * Works in the real app and kills it at random moments, mostly while requests are on the wire. Whatever was acknowledged must
 * be in the store once in the end; a call that was cut off is looked up in the queue, as its caller would.
 */
export async function runAndKill({ seed, changes, pictures, kills, store, relaunch, say, ...start }: KillRun) {
  const random = createRandom(seed)
  let page = start.page
  await connect(page, store)
  const connectionId = await connectionOf(page)
  const before = (await readState(store)).products
  const subjects = await subjectsOf(page, connectionId)
  const tasks = planTasks(random, subjects, changes, pictures)
  // Slow answers, half of them after the work was done: most kills fall between a request and its answer.
  const slow = { kind: 'slow', times: 100_000, match: { path: '/products' } }
  await store.control('POST', '/faults', { ...slow, ms: 120, match: { method: 'POST' } })
  await store.control('POST', '/faults', { ...slow, ms: 60, processed: true })

  const killed = playing.count('kills at work')
  let left = kills
  let done = 0
  while (done < tasks.length || left > 0) {
    const burst = left > 0 ? 1 + random.int(Math.ceil((2 * (tasks.length - done)) / left) + 1) : tasks.length
    const until = Math.min(tasks.length, done + burst)
    const working = (async () => {
      for (; done < until; done += 1) await act(page, connectionId, tasks[done]!, done)
    })()
    if (left === 0) {
      await working
      continue
    }
    // Either while the person works, or some time after.
    const inTheMiddle = random.int(3) === 0
    const pause = random.int(inTheMiddle ? 150 : 900)
    const cut = working.catch(() => {})
    if (!inTheMiddle) await cut
    await new Promise((resolve) => setTimeout(resolve, pause))
    left -= 1
    killed.add()
    page = await relaunch({ kill: true })
    await cut
    const known = done < tasks.length && (await isKnown(page, connectionId, nameOf(done)))
    if (known) done += 1
    say(`killed ${kills - left} of ${kills}, ${done} of ${tasks.length} done`)
  }
  await store.control('DELETE', '/faults')
  await sentAll(page, connectionId)
  expectEachOnce(tasks, before, (await readState(store)).products)
}

const nameOf = (at: number): string => `Task ${at}.`

async function connectionOf(page: Page): Promise<string> {
  const result = await page.evaluate(() => window.stockroom.call('connections.list', {}))
  if (!result.ok || !result.value[0]) throw new Error('There is no connection')
  return result.value[0].id
}

/** Products with a stock and no variations. */
async function subjectsOf(page: Page, connectionId: string): Promise<Subject[]> {
  const result = await page.evaluate(
    (id) => window.stockroom.call('catalogue.search', { connectionId: id, query: {}, offset: 0, limit: 100 }),
    connectionId,
  )
  if (!result.ok) throw new Error(result.error.message)
  return result.value.rows.flatMap(({ id, ecwidId, quantity, variationCount }) =>
    ecwidId !== null && quantity !== null && variationCount === 0
      ? [{ ecwidId, productId: id, quantity, categoryIds: [] }]
      : [],
  )
}

async function act(page: Page, connectionId: string, task: Task, at: number): Promise<void> {
  const problem = await page.evaluate(
    async ({ connectionId: store, task: wanted, name }) => {
      const call: typeof window.stockroom.call = (name, input) => window.stockroom.call(name, input)
      const apply = (operations: Parameters<typeof call<'changes.apply'>>[1]['operations']) =>
        call('changes.apply', {
          connectionId: store,
          source: 'form',
          label: { code: 'edit-product', product: name },
          operations,
        })
      const update = async (make: (fields: { quantity: number }) => object) => {
        if (!('subject' in wanted)) return 'no product'
        const { productId } = wanted.subject
        const product = await call('catalogue.product', { connectionId: store, productId })
        if (!product.ok) return product.error.message
        const { fields: base } = 'text' in product ? (JSON.parse(product.text) as ProductDetail) : product.value
        const result = await apply([{ kind: 'update', productId, fields: make(base), base }])
        return result.ok ? null : result.error.message
      }
      switch (wanted.do) {
        case 'price':
          return update(() => ({ price: wanted.price }))
        case 'subtitle':
          return update(() => ({ subtitle: wanted.subtitle }))
        case 'stock':
          return update(({ quantity }) => ({ quantity: quantity + wanted.delta }))
        case 'create': {
          const result = await apply([{ kind: 'create', fields: { name: wanted.name, price: 1 } }])
          return result.ok ? null : result.error.message
        }
        case 'delete': {
          const result = await apply([{ kind: 'delete', productId: wanted.subject.productId }])
          return result.ok ? null : result.error.message
        }
        case 'picture': {
          const bytes = new Uint8Array(wanted.bytes)
          const staged = await call('pictures.stageBytes', { connectionId: store, name: 'p.png', bytes })
          if (!staged.ok) return staged.error.message
          const source = { hash: staged.value.hash }
          const { productId } = wanted.subject
          const result = await apply([
            { kind: 'picture.add', productId, source, role: 'gallery', fileName: 'p.png', alt: '' },
          ])
          return result.ok ? null : result.error.message
        }
      }
    },
    { connectionId, task, name: nameOf(at) },
  )
  if (problem !== null) throw new Error(problem)
}

/** Whether a change set of this name is in the queue or the history. */
async function isKnown(page: Page, connectionId: string, name: string): Promise<boolean> {
  const result = await page.evaluate(
    (id) => window.stockroom.call('changes.list', { connectionId: id, filter: 'all', offset: 0, limit: 50 }),
    connectionId,
  )
  if (!result.ok) throw new Error(result.error.message)
  return result.value.sets.some(({ label }) => 'product' in label && label.product === name)
}

/** Waits until nothing is left to be sent; nothing may be refused or asked about. */
async function sentAll(page: Page, connectionId: string): Promise<void> {
  for (;;) {
    const result = await page.evaluate(
      (id) => window.stockroom.call('changes.summary', { connectionId: id }),
      connectionId,
    )
    if (!result.ok) throw new Error(result.error.message)
    const { waiting, sending, refused, conflict } = result.value
    if (refused + conflict > 0) throw new Error(`Somebody is asked: ${JSON.stringify(result.value)}`)
    if (waiting + sending === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
