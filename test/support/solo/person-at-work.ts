import type { Operation } from '../../../electron/shared/change'
import { AppError } from '../../../electron/shared/errors'
import { pngBytes } from '../picture-files'
import type { SyncedClient } from '../synced-client'
import type { Act } from './acts'

/** Carries out what one person does. Values are counted up, so that no two acts write the same. */
export function createPersonAtWork(client: () => SyncedClient, products: readonly number[], attribute: string) {
  let number = 0
  let shade = 0
  const undone: { setId: number; revertSetId: number | null }[] = []
  /** Staged ahead, because a person's act is one turn. */
  const staged: string[] = []

  const pick = <T>(list: readonly T[], at = 0): T | undefined => list[at % Math.max(1, list.length)]

  function operations(act: Act, productId: number): Operation[] {
    const { fields, pictures, readOnly } = client().session.product(productId)
    const keys = pictures.map(({ key }) => key)
    const key = pick(keys, act.at)
    const update = (patch: object): Operation[] => [{ kind: 'update', productId, fields: patch }]
    const source = () => ({ hash: staged.shift()! })
    const variation = pick(readOnly.variations, (act.at ?? 0) % 2)
    const add = (role: 'main' | 'gallery'): Operation[] => [
      { kind: 'picture.add', productId, source: source(), role, fileName: 'p.png', alt: '' },
    ]
    switch (act.do) {
      case 'name':
        return update({ name: `Name ${number}` })
      case 'price':
        return update({ price: 1000 + number })
      case 'attribute':
        return update({ attributes: { ...fields.attributes, [attribute]: `Value ${number}` } })
      case 'stock':
        return readOnly.variations.length > 0 ? [] : update({ quantity: fields.quantity + (act.at ?? 0) - 2 })
      case 'add':
        return add('gallery')
      case 'add-main':
        return add('main')
      case 'delete':
        return []
      case 'variation':
      case 'bare-variation': {
        if (!variation) return []
        const wanted = act.do === 'variation' ? source() : null
        return [{ kind: 'picture.variation', productId, variationId: variation.id, source: wanted, fileName: 'v.png' }]
      }
    }
    if (key === undefined) return []
    const rest = keys.filter((other) => other !== key)
    switch (act.do) {
      case 'remove':
        return [{ kind: 'picture.remove', productId, picture: key }]
      case 'alt':
        return [{ kind: 'picture.alt', productId, picture: key, alt: `Alt ${number}` }]
      case 'main':
        return [{ kind: 'picture.order', productId, order: [key, ...rest] }]
      default:
        return [{ kind: 'picture.order', productId, order: [...rest, key] }]
    }
  }

  /** The newest sets first, as the History lists them. */
  const sets = () =>
    client()
      .catalogue.changes.list('all', undefined, 0, 20)
      .sets.filter(({ source }) => source !== 'pull')

  function doIt(act: Act): void {
    const { changes, reads } = client().session
    const setId = pick(sets(), act.at)?.id
    switch (act.do) {
      case 'undo': {
        if (setId === undefined) return
        undone.push({ setId, revertSetId: changes.revert(setId).changeSetId })
        return
      }
      case 'undo-chosen': {
        if (setId === undefined) return
        const entries = reads.previewRevert({ changeSetId: setId, offset: 0, limit: 100 })
        const also = entries.flatMap(({ changeId, standing }) => (standing === 'moved' ? [changeId] : []))
        undone.push({ setId, revertSetId: changes.revert(setId, { choice: { except: [], also } }).changeSetId })
        return
      }
      case 'redo': {
        const last = undone.pop()
        if (last) changes.redo(last)
        return
      }
      case 'drop': {
        const change = pick(client().catalogue.changes.allOpen(50), act.at)
        if (change) changes.takeBack([change.id])
        return
      }
      case 'hold':
      case 'release':
        if (setId !== undefined) changes.hold(setId, act.do === 'hold')
        return
      case 'hold-all':
      case 'release-all':
        changes.holdAll(act.do === 'hold-all')
        return
      case 'retry':
        changes.retry(
          client()
            .catalogue.changes.allOpen(50)
            .map(({ id }) => id),
        )
        return
    }
    const planned = operations(act, products[act.product]!)
    if (planned.length > 0)
      changes.apply({ source: 'form', label: { code: 'text', text: act.do }, operations: planned })
  }

  return {
    async getReady(): Promise<void> {
      while (staged.length < 2) {
        const bytes = pngBytes(4 + (shade % 40), 5 + Math.floor(shade / 40), { shade: shade % 250 })
        staged.push((await client().staging.stageBytes('p.png', bytes)).hash)
        shade += 1
      }
    },
    /** What the app refuses in words is no act. */
    act(act: Act): void {
      number += 1
      try {
        doIt(act)
      } catch (problem) {
        if (!(problem instanceof AppError) || problem.code === 'internal') throw problem
      }
    },
  }
}
