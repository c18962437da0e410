import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let mug: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ sku }) => sku === 'MUG-01')!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const here = () => synced.session.product(mug.id)
const options = (): Entry[] => [...here().fields.options]
const inStore = async () => (await synced.remote(mug.ecwidId))['options'] as Entry[]
const choicesOf = (option: Entry | undefined) => (option?.['choices'] ?? []) as Entry[]
const save = (edited: readonly Entry[]) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'update', productId: mug.id, fields: { options: edited }, base: here().fields }],
  })
/** With these of one option changed. */
const edited = (name: string, edit: (option: Entry) => Entry): Entry[] =>
  options().map((option) => (option['name'] === name ? edit(option) : option))
const withChoice = (name: string, choice: Entry) =>
  edited(name, (option) => ({ ...option, choices: [...choicesOf(option), choice] }))

describe('options of a product', () => {
  it('arrive as they were edited, and leave what nobody touched as it was, unknown parts too', async () => {
    const before = await synced.remote(mug.ecwidId)
    const [color, ...rest] = await inStore()
    save(withChoice('Color', { text: 'Olive', priceModifier: -10, priceModifierType: 'PERCENT' }))
    await synced.settled()
    const [now, ...others] = await inStore()
    expect(others).toEqual(rest)
    expect({ ...now, choices: choicesOf(now).slice(0, -1) }).toEqual(color)
    expect(choicesOf(now).at(-1)).toMatchObject({ text: 'Olive', priceModifier: -10, priceModifierType: 'PERCENT' })
    const after = await synced.remote(mug.ecwidId)
    for (const part of ['combinations', 'attributes', 'wholesalePrices', 'media', 'price']) {
      expect(after[part], part).toEqual(before[part])
    }
  })

  it('keep the choice that comes first, whatever others put before it', async () => {
    const remote = await inStore()
    const theirs = remote.map((option) =>
      option['name'] === 'Color'
        ? { ...option, defaultChoice: 1, choices: [{ text: 'Amber' }, ...choicesOf(option)] }
        : option,
    )
    await synced.control('POST', `/products/${mug.ecwidId}`, { options: theirs })
    save(edited('Color', (option) => ({ ...option, defaultChoice: choicesOf(option)[1]?.['text'] })))
    await synced.settled()
    const [now] = await inStore()
    expect(choicesOf(now).map(({ text }) => text)).toContain('Amber')
    expect(choicesOf(now)[Number(now?.['defaultChoice'])]).toEqual(choicesOf(remote[0])[1])
  })

  it('have the choices that two people added at the same time', async () => {
    const theirs = (await inStore()).map((option) =>
      option['name'] === 'Color' ? { ...option, choices: [...choicesOf(option), { text: 'Amber' }] } : option,
    )
    await synced.control('POST', `/products/${mug.ecwidId}`, { options: theirs })
    save(withChoice('Color', { text: 'Olive' }))
    await synced.settled()
    const texts = choicesOf((await inStore())[0]).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['Olive', 'Amber']))
    expect(here().state).toBe('synced')
  })

  it('are asked about where both changed the same of one choice', async () => {
    const dearer = (by: number) => (option: Entry) => ({
      ...option,
      choices: choicesOf(option).map((choice, at) => (at === 0 ? { ...choice, priceModifier: by } : choice)),
    })
    const theirs = (await inStore()).map((option) => (option['name'] === 'Color' ? dearer(4)(option) : option))
    await synced.control('POST', `/products/${mug.ecwidId}`, { options: theirs })
    save(edited('Color', dearer(3)))
    await synced.settled()
    expect(here().state).toBe('conflict')
  })

  it('go back with an undo where one was added, whatever the store has filled in', async () => {
    const before = await inStore()
    const added = { name: 'Lid', type: 'SELECT', required: false, choices: [{ text: 'Cork' }, { text: 'Steel' }] }
    const { changeSetId } = save([...options(), added])
    await synced.settled()
    expect((await inStore()).at(-1)).toMatchObject({ defaultChoice: 0 })
    const preview = synced.session.changes.previewRevert({ changeSetId: changeSetId!, offset: 0, limit: 10 })
    expect(preview.map(({ standing }) => standing)).toEqual(['clean'])
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore()).toEqual(before)
  })

  it('go back with an undo', async () => {
    const before = await inStore()
    const { changeSetId } = save(withChoice('Color', { text: 'Olive' }))
    await synced.settled()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore()).toEqual(before)
  })
})

type Variation = { id: number; options: { name: string; value: string }[]; sku?: string; quantity?: number }
const variationsIn = async () => (await synced.remote(mug.ecwidId))['combinations'] as Variation[]
const pairsOf = (all: readonly Variation[]) =>
  Object.fromEntries(all.map(({ id, options: pairs }) => [id, pairs.map(({ name, value }) => `${name}: ${value}`)]))
const renamedTo = (option: Entry, name: string): Entry => ({ ...option, name, formerly: [option['name']] })
const withSlateAs = (option: Entry, text: string): Entry => ({
  ...option,
  choices: choicesOf(option).map((choice) =>
    choice['text'] === 'Slate' ? { ...choice, text, formerly: ['Slate'] } : choice,
  ),
})
const inNames = (pairs: string) => pairs.replace('Color: Slate', 'Color: Stone').replace('Color', 'Shade')

describe('an option or a choice that is renamed', () => {
  it('keeps its variations, each as it was but for the name, here at once and then in the store', async () => {
    const before = await variationsIn()
    const { changeSetId } = save(edited('Color', (option) => renamedTo(withSlateAs(option, 'Stone'), 'Shade')))
    expect(here().readOnly.variations.map(({ label }) => label)).toContain('Stone, 300 ml')
    await synced.settled()
    expect(here().state).toBe('synced')
    const after = await variationsIn()
    expect(pairsOf(after)).toEqual(
      Object.fromEntries(Object.entries(pairsOf(before)).map(([id, pairs]) => [id, pairs.map(inNames)])),
    )
    const rest = (all: readonly Variation[]) => all.map(({ options: _, ...variation }) => variation)
    expect(rest(after)).toEqual(rest(before))
    expect((await inStore()).map(({ name }) => name)).toEqual(['Shade', 'Volume', 'Engraving'])
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Stone', 'Sage'])

    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(pairsOf(await variationsIn())).toEqual(pairsOf(before))
    expect((await inStore()).map(({ name }) => name)).toEqual(['Color', 'Volume', 'Engraving'])
  })

  it('is renamed once, whatever is renamed again before it is sent', async () => {
    const before = await variationsIn()
    synced.session.changes.holdAll(true)
    save(edited('Color', (option) => withSlateAs(option, 'Stone')))
    save(
      edited('Color', (option) => ({
        ...option,
        choices: choicesOf(option).map((choice) =>
          choice['text'] === 'Stone' ? { ...choice, text: 'Rock', formerly: ['Stone', 'Slate'] } : choice,
        ),
      })),
    )
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(
      Object.values(pairsOf(await variationsIn()))
        .flat()
        .filter((pair) => /Slate|Rock|Stone/.test(pair)),
    ).toEqual(
      Object.values(pairsOf(before))
        .flat()
        .filter((pair) => pair.includes('Slate'))
        .map(() => 'Color: Rock'),
    )
  })

  it('takes along a variation that was to be made under the old name, here at once and then in the store', async () => {
    const made = (await variationsIn()).find(({ options: all }) => all.some(({ value }) => value === 'Slate'))
    const path = `${synced.store.baseUrl}/products/${mug.ecwidId}/combinations/${made!.id}`
    await fetch(path, { method: 'DELETE', headers: { Authorization: `Bearer ${synced.store.secretToken}` } })
    await synced.pull()
    const pairs = made!.options.map(({ name, value }) => ({ name, value }))
    synced.session.changes.holdAll(true)
    synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Test' },
      operations: [
        {
          kind: 'variation.add',
          productId: mug.id,
          options: pairs,
          fields: {},
        },
      ],
    })
    save(edited('Color', (option) => renamedTo(withSlateAs(option, 'Stone'), 'Shade')))
    const [, volume] = pairs
    expect(here().readOnly.variations.map(({ label }) => label)).toContain(`Stone, ${volume!.value}`)
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(Object.values(pairsOf(await variationsIn())).map(String)).toContain(`Shade: Stone,Volume: ${volume!.value}`)
    expect((await inStore()).map(({ name }) => name)).toEqual(['Shade', 'Volume', 'Engraving'])
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Stone', 'Sage'])
  })

  it.each(['drop-before', 'drop-after'])('arrives once where every request of it is lost: %s', async (kind) => {
    const before = await variationsIn()
    await synced.control('POST', '/faults', { match: { method: 'PUT' }, kind, times: 1 })
    await synced.control('POST', '/faults', { match: { method: 'PUT', path: 'combinations' }, kind, times: 2 })
    save(edited('Color', (option) => withSlateAs(option, 'Stone')))
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(pairsOf(await variationsIn())).toEqual(
      Object.fromEntries(
        Object.entries(pairsOf(before)).map(([id, pairs]) => [id, pairs.map((pair) => pair.replace('Slate', 'Stone'))]),
      ),
    )
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Stone', 'Sage'])
  })
})

describe('a choice that goes', () => {
  it('goes at once where no variation is made of it', async () => {
    save(edited('Color', (option) => ({ ...option, choices: [...choicesOf(option), { text: 'Olive' }] })))
    await synced.settled()
    save(
      edited('Color', (option) => ({ ...option, choices: choicesOf(option).filter(({ text }) => text !== 'Olive') })),
    )
    await synced.settled()
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Slate', 'Sage'])
  })

  it('is asked about where a variation is made of it, and takes none with it', async () => {
    const before = await synced.remote(mug.ecwidId)
    save(
      edited('Color', (option) => ({ ...option, choices: choicesOf(option).filter(({ text }) => text !== 'Slate') })),
    )
    await synced.settled()
    expect(here().state).toBe('conflict')
    expect(await synced.remote(mug.ecwidId)).toEqual(before)
  })

  const withoutSlate = () =>
    edited('Color', (option) => ({ ...option, choices: choicesOf(option).filter(({ text }) => text !== 'Slate') }))
  const theQuestion = () => {
    const all = synced.catalogue.changes.openOf('product', mug.id).filter(({ state }) => state === 'conflict')
    expect(all).toHaveLength(1)
    return all[0]!
  }

  it('takes along the variations that are made of it where its owner keeps it gone, and brings all back with an undo', async () => {
    const before = await synced.remote(mug.ecwidId)
    const { changeSetId } = save(withoutSlate())
    await synced.settled()
    const { conflicts } = synced.session.reads.conflicts({ offset: 0, limit: 10 })
    expect(conflicts.map(({ meaning }) => meaning)).toEqual([
      expect.stringContaining('these variations are removed too'),
    ])
    synced.session.changes.resolve([theQuestion().id], { take: 'mine' })
    expect(
      here()
        .readOnly.variations.map(({ label }) => label)
        .join(),
    ).not.toContain('Slate')
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(Object.values(pairsOf(await variationsIn())).flat()).not.toContain('Color: Slate')
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Sage'])

    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await inStore()).toEqual(before['options'])
    const told = (all: readonly Variation[]) => Object.values(pairsOf(all)).map(String).toSorted()
    expect(told(await variationsIn())).toEqual(told(before['combinations'] as Variation[]))
  })

  it('is to be decided again, variations and all, where that decision is undone before it is sent', async () => {
    const before = await synced.remote(mug.ecwidId)
    save(withoutSlate())
    await synced.settled()
    const { id } = theQuestion()
    synced.session.changes.resolve([id], { take: 'mine' })
    synced.session.changes.undecide([id])
    expect(theQuestion()).toMatchObject({ id, reason: { sentence: { says: 'options-still-used' } } })
    expect(here().readOnly.variations).toHaveLength((before['combinations'] as Variation[]).length)
    await synced.settled()
    expect(await synced.remote(mug.ecwidId)).toEqual(before)
  })

  it('is decided with all others of its kind, its variations too, or none of it', async () => {
    const before = await synced.remote(mug.ecwidId)
    save(withoutSlate())
    await synced.settled()
    const { thing, list, field, verb } = theQuestion()
    const kind = { thing, list, field, verb }
    const { together } = await synced.session.changes.resolveKind(kind, 'mine')
    await synced.session.changes.undecideKind(together)
    theQuestion()
    expect(here().readOnly.variations).toHaveLength((before['combinations'] as Variation[]).length)
    await synced.session.changes.resolveKind(kind, 'mine')
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(Object.values(pairsOf(await variationsIn())).flat()).not.toContain('Color: Slate')
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Sage'])
  })

  it('comes back with all that it had where an option was added in the same save', async () => {
    const swatches = (await inStore()).map((option) => {
      const all = choicesOf(option).map((choice) =>
        choice['text'] === 'Slate'
          ? { ...choice, hexCodes: ['#708090'], priceModifier: 2, textTranslated: { en: 'Slate', de: 'Schiefer' } }
          : choice,
      )
      return option['name'] === 'Color' ? { ...option, type: 'SWATCHES', choices: all } : option
    })
    await synced.control('POST', `/products/${mug.ecwidId}`, { options: swatches })
    await synced.pull()
    const before = await synced.remote(mug.ecwidId)
    const shown = here().readOnly.variations.map(({ label }) => label)
    const going = here().readOnly.variations.filter(({ label }) => label.includes('Slate'))
    const lid = { name: 'Lid', type: 'SELECT', required: false, choices: [{ text: 'Cork' }, { text: 'Steel' }] }
    const { changeSetId } = synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Test' },
      operations: [
        ...going.map(({ id }) => ({ kind: 'variation.remove' as const, productId: mug.id, variationId: id })),
        {
          kind: 'update',
          productId: mug.id,
          fields: { options: [...withoutSlate(), lid] },
          base: here().fields,
        },
      ],
    })
    await synced.settled()
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Sage'])
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await inStore()).toEqual(before['options'])
    expect(here().readOnly.variations.map(({ label }) => label)).toEqual(shown)
  })

  it('takes its variations along where its owner said so, as one, and brings all back with an undo', async () => {
    const before = await synced.remote(mug.ecwidId)
    const going = here().readOnly.variations.filter(({ label }) => label.includes('Slate'))
    expect(going.length).toBeGreaterThan(0)
    const { changeSetId } = synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Test' },
      operations: [
        ...going.map(({ id }) => ({ kind: 'variation.remove' as const, productId: mug.id, variationId: id })),
        {
          kind: 'update',
          productId: mug.id,
          fields: {
            options: edited('Color', (option) => ({
              ...option,
              choices: choicesOf(option).filter(({ text }) => text !== 'Slate'),
            })),
          },
        },
      ],
    })
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(Object.values(pairsOf(await variationsIn())).flat()).not.toContain('Color: Slate')
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Sage'])

    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(here().state).toBe('synced')
    expect(await inStore()).toEqual(before['options'])
    const told = (all: readonly Variation[]) => Object.values(pairsOf(all)).map(String).toSorted()
    expect(told(await variationsIn())).toEqual(told(before['combinations'] as Variation[]))
  })
})
