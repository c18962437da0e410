import type { Operation } from '../../../electron/shared/change'
import { AppError } from '../../../electron/shared/errors'
import type { Entry } from '../../../electron/shared/fields/kind'
import type { SyncedClient } from '../synced-client'
import type { VariedAct } from './acts'

type Pair = { name: string; value: string }
const pick = <T>(list: readonly T[], at = 0): T | undefined => list[at % Math.max(1, list.length)]
const choicesOf = (option: Entry) => (option['choices'] ?? []) as Entry[]

type Seen = Pick<ReturnType<SyncedClient['session']['product']>, 'fields' | 'readOnly'>
/** What a person has done: what they asked for with this on the screen, or to which of their sets they came back. */
export type VariedDeedDone =
  { operations: readonly Operation[]; seen: Seen; setId: number | null } | { undone: readonly (number | null)[] }

/** Carries out what one person does to a product with variations. Values are counted up, so that no two acts write the same. */
export function createVariedPerson(
  client: () => SyncedClient,
  productId: number,
  mark = '',
  tell: (done: VariedDeedDone) => void = () => {},
) {
  let number = 0
  const undone: { setId: number; revertSetId: number | null }[] = []

  function operations(act: VariedAct): Operation[] {
    const { fields, readOnly } = client().session.product(productId)
    const variation = pick(readOnly.variations, act.at)
    const set = (patch: Extract<Operation, { kind: 'variation.set' }>['fields']): Operation[] =>
      variation ? [{ kind: 'variation.set', productId, variationId: variation.id, fields: patch }] : []
    const options: Entry[] = fields.options.map((option) => ({ ...option }))
    const save = (next: Entry[]): Operation[] => [
      { kind: 'update', productId, fields: { options: next }, base: fields },
    ]
    const optionAt = (act.at ?? 0) % Math.max(1, Math.min(2, options.length))
    const option = options[optionAt]
    const choices = option ? choicesOf(option) : []
    const choiceAt = Math.floor((act.at ?? 0) / 2) % Math.max(1, choices.length)
    const choice = choices[choiceAt]
    const withChoices = (next: Entry[]): Operation[] =>
      save(options.map((each, at) => (at === optionAt ? { ...each, choices: next } : each)))
    /** The default is called by its name, and follows it. */
    const withChoice = (edited: Entry) =>
      save(
        options.map((each, at) =>
          at === optionAt
            ? {
                ...each,
                choices: choices.map((other, index) => (index === choiceAt ? edited : other)),
                ...(each['defaultChoice'] === choice?.['text'] ? { defaultChoice: edited['text'] } : {}),
              }
            : each,
        ),
      )
    /** What is made of a choice goes with it, as the form does once its person said so. */
    const without = (text: string): Operation[] =>
      readOnly.variations
        .filter(({ label }) => label.split(', ').includes(text))
        .map(({ id }) => ({ kind: 'variation.remove', productId, variationId: id }))
    const renamed = (entry: Entry, key: 'text' | 'name') => ({
      ...entry,
      [key]: `${mark}Renamed ${number}`,
      formerly: [entry[key], ...((entry['formerly'] ?? []) as string[])],
    })
    switch (act.do) {
      case 'price':
        return set({ price: 1000 + number })
      case 'sku':
        return set({ sku: `${mark}SKU-${number}` })
      case 'weight':
        return set({ weight: number })
      case 'several':
        return set({ price: 1000 + number, weight: number, sku: `${mark}SKU-${number}`, quantity: 40 + number })
      case 'stock':
        return set({ quantity: (variation?.own.quantity ?? 10) + [-3, 2, 5, -1, 7, 4][act.at ?? 0]! })
      case 'as-product':
        return set({ price: null })
      case 'as-product-in-all':
        return set({ price: null, weight: null, sku: '' })
      case 'remove':
        return variation ? [{ kind: 'variation.remove', productId, variationId: variation.id }] : []
      case 'add':
        return adding(options)
      case 'product-price':
        return [{ kind: 'update', productId, fields: { price: 500 + number } }]
      case 'add-choice':
        return withChoices([
          ...choices,
          { text: `${mark}Choice ${number}`, priceModifier: 1, priceModifierType: 'ABSOLUTE' },
        ])
      case 'rename-choice':
        return choice ? withChoice(renamed(choice, 'text')) : []
      case 'rename-and-price':
        return choice ? [...withChoice(renamed(choice, 'text')), ...set({ price: 1000 + number })] : []
      case 'remove-choice':
        return choice && choices.length > 1
          ? [...without(String(choice['text'])), ...withChoices(choices.filter((each) => each !== choice))]
          : []
      case 'order-choices':
        return withChoices([...choices.slice(1), ...choices.slice(0, 1)])
      case 'dearer':
        return choice ? withChoice({ ...choice, priceModifier: number, priceModifierType: 'ABSOLUTE' }) : []
      case 'rename-option':
        return option ? save(options.map((each) => (each === option ? renamed(option, 'name') : each))) : []
      case 'add-option':
        return save([...options, { type: 'TEXTFIELD', name: `${mark}Note ${number}`, required: false }])
      default:
        return []
    }
  }

  /** The first combination that is not there. */
  function adding(options: Entry[]): Operation[] {
    const there = new Set(
      client()
        .session.product(productId)
        .readOnly.variations.map(({ label }) => label),
    )
    const wanted = options.slice(0, 2).filter((option) => choicesOf(option).length > 0)
    let all: Pair[][] = [[]]
    for (const option of wanted) {
      const values = choicesOf(option).map(({ text }) => ({ name: String(option['name']), value: String(text) }))
      all = all.flatMap((pairs) => values.map((pair) => [...pairs, pair]))
    }
    const free = all.find((pairs) => !there.has(pairs.map(({ value }) => value).join(', ')))
    if (!free?.length) return []
    return [
      {
        kind: 'variation.add',
        productId,
        options: free,
        fields: { sku: `${mark}NEW-${number}`, price: number, quantity: 5 },
      },
    ]
  }

  const sets = () =>
    client()
      .catalogue.changes.list('all', undefined, 0, 20)
      .sets.filter(({ source }) => source !== 'pull')

  function doIt(act: VariedAct): void {
    const { changes } = client().session
    const setId = pick(sets(), act.at)?.id
    if (act.do === 'undo') {
      if (setId === undefined) return
      const { changeSetId: revertSetId } = changes.revert(setId)
      undone.push({ setId, revertSetId })
      tell({ undone: [setId, revertSetId] })
    } else if (act.do === 'redo') {
      const last = undone.pop()
      if (!last) return
      const { changeSetId } = changes.redo(last)
      tell({ undone: [last.setId, changeSetId] })
    } else if (act.do === 'drop') {
      const change = pick(client().catalogue.changes.allOpen(50), act.at)
      if (!change) return
      changes.takeBack([change.id])
      tell({ undone: [change.setId] })
    } else if (act.do === 'hold' || act.do === 'release') {
      if (setId !== undefined) changes.hold(setId, act.do === 'hold')
    } else if (act.do === 'hold-all' || act.do === 'release-all') changes.holdAll(act.do === 'hold-all')
    else {
      const planned = operations(act)
      if (planned.length === 0) return
      const seen = client().session.product(productId)
      const set = { source: 'form', label: { code: 'text', text: act.do }, operations: planned } as const
      tell({ operations: planned, seen, setId: changes.apply(set).changeSetId })
    }
  }

  return {
    /** What the app refuses in words is no act. */
    act(act: VariedAct): void {
      number += 1
      try {
        doIt(act)
      } catch (problem) {
        if (!(problem instanceof AppError) || problem.code === 'internal') throw problem
      }
    },
  }
}
