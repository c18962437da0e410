import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import { pngBytes } from '../picture-files'
import { comparable, type StoredProduct } from '../stored-product'
import type { Random } from './random'

/** A product to work on, by its Ecwid id. */
export type Subject = { ecwidId: number; productId: number; quantity: number; categoryIds: number[] }

/** One thing the person does; the window turns it into operations. */
export type Task =
  | { do: 'price'; subject: Subject; price: number }
  | { do: 'stock'; subject: Subject; delta: number }
  | { do: 'subtitle'; subject: Subject; subtitle: string }
  | { do: 'picture'; subject: Subject; bytes: number[] }
  | { do: 'create'; name: string }
  | { do: 'delete'; subject: Subject }

/** `changes` mixed changes and `pictures` uploads in a random order. Products to delete get nothing else. */
export function planTasks(random: Random, subjects: readonly Subject[], changes: number, pictures: number): Task[] {
  const doomed = subjects.slice(0, Math.max(1, Math.floor(changes / 40)))
  const lasting = subjects.slice(doomed.length)
  const one = () => lasting[random.int(lasting.length)]!
  const tasks: Task[] = doomed.map((subject) => ({ do: 'delete', subject }))
  for (let number = tasks.length; number < changes; number += 1) {
    const subject = one()
    const kinds: Task[] = [
      { do: 'price', subject, price: 1000 + number },
      { do: 'stock', subject, delta: 1 + random.int(9) },
      { do: 'stock', subject, delta: -1 - random.int(3) },
      { do: 'subtitle', subject, subtitle: `Subtitle ${number}` },
      { do: 'create', name: `Made ${number}` },
    ]
    tasks.push(kinds[random.int(kinds.length)]!)
  }
  for (let number = 0; number < pictures; number += 1) {
    const bytes = [...pngBytes(3 + (number % 40), 3 + Math.floor(number / 40), { shade: number % 250 })]
    tasks.push({ do: 'picture', subject: one(), bytes })
  }
  for (let at = tasks.length - 1; at > 0; at -= 1) {
    const other = random.int(at + 1)
    ;[tasks[at], tasks[other]] = [tasks[other]!, tasks[at]!]
  }
  return tasks
}

/** The store has each effect exactly once, and nothing else has changed. */
export function expectEachOnce(
  tasks: readonly Task[],
  before: readonly StoredProduct[],
  after: readonly StoredProduct[],
): void {
  const of = (subject: Subject) => tasks.filter((task) => 'subject' in task && task.subject === subject)
  const subjects = new Set(tasks.flatMap((task) => ('subject' in task ? [task.subject] : [])))
  const byId = new Map(after.map((product) => [product.id, product]))
  for (const subject of subjects) expectSubject(subject, of(subject), byId.get(subject.ecwidId))
  const made = tasks.flatMap((task) => (task.do === 'create' ? [task.name] : []))
  for (const name of made)
    expect(
      after.filter((product) => product.name === name),
      name,
    ).toHaveLength(1)

  const touched = new Set([...subjects].map(({ ecwidId }) => ecwidId))
  for (const product of before) {
    const now = byId.get(product.id)
    if (!touched.has(product.id)) expect(now && comparable(now)).toEqual(comparable(product))
  }
  const deleted = tasks.filter((task) => task.do === 'delete').length
  expect(after).toHaveLength(before.length + made.length - deleted)

  function expectSubject(subject: Subject, own: readonly Task[], product: StoredProduct | undefined): void {
    if (own.some((task) => task.do === 'delete')) return expect(product).toBeUndefined()
    const old = before.find(({ id }) => id === subject.ecwidId)!
    const stock = own.reduce((sum, task) => sum + (task.do === 'stock' ? task.delta : 0), 0)
    expect(product?.quantity, `stock of ${subject.ecwidId}`).toBe(old.quantity + stock)
    const prices = own.flatMap((task) => (task.do === 'price' ? [task.price] : []))
    expect(product?.price).toBe(prices.at(-1) ?? old.price)
    const subtitles = own.flatMap((task) => (task.do === 'subtitle' ? [task.subtitle] : []))
    if (subtitles.length > 0) expect(product?.subtitle).toBe(subtitles.at(-1))
    const sent = own.flatMap((task) => (task.do === 'picture' ? [sha256(task.bytes)] : []))
    const there = product?.media.images.flatMap((image) => image.sha256 ?? []) ?? []
    expect(there.toSorted(), `pictures of ${subject.ecwidId}`).toEqual(sent.toSorted())
  }
}

const sha256 = (bytes: number[]): string => createHash('sha256').update(Buffer.from(bytes)).digest('hex')
