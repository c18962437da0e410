import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeRecord } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { addedFileOf, filesOf, localFile } from './files'

/**
 * The id that a file of a product has now, whichever one it had: it may have come back by an undo, or been put back. Undefined: it is gone.
 * Made anew whenever changes were written.
 */
export function fileNamesNow({ changes }: Pick<Catalogue, 'changes'>, productId: number, shown: RemoteProduct) {
  const there = new Set(filesOf(shown).map(({ id }) => id))
  // Only what is not shown is looked for.
  let read: ChangeRecord[] | null = null

  function next(id: number): ChangeRecord | undefined {
    read ??= changes.filesOf(productId).filter(({ state }) => state !== 'taken-back')
    const took = new Set(read.flatMap((one) => (one.verb === 'remove' && one.key === String(id) ? [one.id] : [])))
    return read.findLast(
      (one) => one.verb === 'add' && (addedFileOf(one).from === id || (one.reverts !== null && took.has(one.reverts))),
    )
  }

  return (id: number): number | undefined => {
    const asked = new Set<number>()
    for (let name = id; !asked.has(name);) {
      if (there.has(name)) return name
      asked.add(name)
      const back = next(name)
      if (!back) return undefined
      // It is on its way, and may be shown under the store's name for it already.
      if (back.state !== 'sent') return localFile(back.id)
      name = addedFileOf(back).id ?? localFile(back.id)
    }
    return undefined
  }
}
