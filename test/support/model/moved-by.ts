import type { DemoStore } from '../../../electron/demo-store/demo-store'
import { isDelete } from '../../../electron/shared/change-address'
import { entriesOf } from '../../../electron/shared/fields/list-kind'
import { createShown } from '../solo/shown'
import type { Person } from './person'

type Sight = { quantity: number; choices: string[]; uploaded: string[]; drawn: string[] }
type Look = { products: Map<number, Sight>; made: string[]; deleting: Set<number> }

/** What moves on the screen by an undo, a redo or a taking back is what must have moved in the store in the end. */
export type Moved = {
  stock: (id: number, by: number) => void
  choice: (id: number, text: string, isThere: boolean) => void
  uploaded: (id: number, hash: string, isThere: boolean) => void
  drawn: (id: number, key: string, isThere: boolean) => void
  made: (name: string, isThere: boolean) => void
  deletes: (id: number, isGone: boolean) => void
}

export function createLooks(store: DemoStore, products: readonly number[], originals: ReadonlyMap<number, string[]>) {
  const known = createShown(store)

  async function look({ client }: Person): Promise<Look> {
    const { catalogue, session } = client
    const its = new Map<number, Sight>()
    const deleting = new Set<number>()
    for (const ecwidId of products) {
      await known.inStore(ecwidId)
      const id = catalogue.products.findByEcwidId(ecwidId)
      if (id === undefined) continue
      if (catalogue.changes.openOf('product', id).some(isDelete)) deleting.add(ecwidId)
      if (!catalogue.products.row(id)) continue
      const { fields, pictures } = session.product(id)
      const [sizes] = fields.options
      its.set(ecwidId, {
        quantity: fields.quantity,
        choices: entriesOf(sizes?.['choices']).map(({ text }) => String(text)),
        uploaded: known
          .picturesAs(pictures)
          .flatMap(([what]) => (/^[0-9a-f]{64}$/.test(String(what)) ? [String(what)] : [])),
        drawn: pictures.map(({ key }) => key).filter((key) => originals.get(ecwidId)?.includes(key)),
      })
    }
    const made = catalogue.search({}, 0, 500).rows.flatMap(({ name }) => (name.startsWith('Made') ? [name] : []))
    return { products: its, made, deleting }
  }

  /** What `act` moves on the screen of this person. */
  async function whatMoves(person: Person, act: () => Promise<void>, moved: Moved): Promise<void> {
    const before = await look(person)
    await act()
    const after = await look(person)
    for (const [id, was] of before.products) {
      const now = after.products.get(id)
      if (!now) continue
      if (now.quantity !== was.quantity) moved.stock(id, now.quantity - was.quantity)
      differing(was.choices, now.choices, (text, isThere) => moved.choice(id, text, isThere))
      differing(was.uploaded, now.uploaded, (hash, isThere) => moved.uploaded(id, hash, isThere))
      differing(was.drawn, now.drawn, (key, isThere) => moved.drawn(id, key, isThere))
    }
    differing(before.made, after.made, moved.made)
    differing([...before.deleting], [...after.deleting], moved.deletes)
  }

  return { whatMoves }
}

function differing<T>(before: readonly T[], after: readonly T[], say: (each: T, isThere: boolean) => void): void {
  for (const each of before) if (!after.includes(each)) say(each, false)
  for (const each of after) if (!before.includes(each)) say(each, true)
}
