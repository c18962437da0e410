import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { aMugWithOptions, choicesOf, pairsOf, renamedTo, type Variation } from '../../../support/a-mug-with-options'

const mug = aMugWithOptions()
const { options, here, inStore, remote, variationsIn, saveThere, save, edited, apply } = mug
const withChoice = (name: string, choice: Entry) =>
  edited(name, (option) => ({ ...option, choices: [...choicesOf(option), choice] }))

describe('options of a product', () => {
  it('arrive as they were edited, and leave what nobody touched as it was, unknown parts too', async () => {
    const before = await remote()
    const [color, ...rest] = await inStore()
    save(withChoice('Color', { text: 'Olive', priceModifier: -10, priceModifierType: 'PERCENT' }))
    await mug.synced.settled()
    const [now, ...others] = await inStore()
    expect(others).toEqual(rest)
    expect({ ...now, choices: choicesOf(now).slice(0, -1) }).toEqual(color)
    expect(choicesOf(now).at(-1)).toMatchObject({ text: 'Olive', priceModifier: -10, priceModifierType: 'PERCENT' })
    const after = await remote()
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
    await saveThere(theirs)
    save(edited('Color', (option) => ({ ...option, defaultChoice: choicesOf(option)[1]?.['text'] })))
    await mug.synced.settled()
    const [now] = await inStore()
    expect(choicesOf(now).map(({ text }) => text)).toContain('Amber')
    expect(choicesOf(now)[Number(now?.['defaultChoice'])]).toEqual(choicesOf(remote[0])[1])
  })

  it('have the choices that two people added at the same time', async () => {
    const theirs = (await inStore()).map((option) =>
      option['name'] === 'Color' ? { ...option, choices: [...choicesOf(option), { text: 'Amber' }] } : option,
    )
    await saveThere(theirs)
    save(withChoice('Color', { text: 'Olive' }))
    await mug.synced.settled()
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
    await saveThere(theirs)
    save(edited('Color', dearer(3)))
    await mug.synced.settled()
    expect(here().state).toBe('conflict')
  })

  it('go back with an undo where one was added, whatever the store has filled in', async () => {
    const before = await inStore()
    const added = { name: 'Lid', type: 'SELECT', required: false, choices: [{ text: 'Cork' }, { text: 'Steel' }] }
    const { changeSetId } = save([...options(), added])
    await mug.synced.settled()
    expect((await inStore()).at(-1)).toMatchObject({ defaultChoice: 0 })
    const preview = mug.synced.session.reads.previewRevert({ changeSetId: changeSetId!, offset: 0, limit: 10 })
    expect(preview.map(({ standing }) => standing)).toEqual(['clean'])
    mug.synced.session.changes.revert(changeSetId!)
    await mug.synced.settled()
    expect(await inStore()).toEqual(before)
  })

  it('go back with an undo', async () => {
    const before = await inStore()
    const { changeSetId } = save(withChoice('Color', { text: 'Olive' }))
    await mug.synced.settled()
    mug.synced.session.changes.revert(changeSetId!)
    await mug.synced.settled()
    expect(await inStore()).toEqual(before)
  })
})

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
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    const after = await variationsIn()
    expect(pairsOf(after)).toEqual(
      Object.fromEntries(Object.entries(pairsOf(before)).map(([id, pairs]) => [id, pairs.map(inNames)])),
    )
    const rest = (all: readonly Variation[]) => all.map(({ options: _, ...variation }) => variation)
    expect(rest(after)).toEqual(rest(before))
    expect((await inStore()).map(({ name }) => name)).toEqual(['Shade', 'Volume', 'Engraving'])
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Stone', 'Sage'])

    mug.synced.session.changes.revert(changeSetId!)
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(pairsOf(await variationsIn())).toEqual(pairsOf(before))
    expect((await inStore()).map(({ name }) => name)).toEqual(['Color', 'Volume', 'Engraving'])
  })

  it('is renamed once, whatever is renamed again before it is sent', async () => {
    const before = await variationsIn()
    mug.synced.session.changes.holdAll(true)
    save(edited('Color', (option) => withSlateAs(option, 'Stone')))
    save(
      edited('Color', (option) => ({
        ...option,
        choices: choicesOf(option).map((choice) =>
          choice['text'] === 'Stone' ? { ...choice, text: 'Rock', formerly: ['Stone', 'Slate'] } : choice,
        ),
      })),
    )
    mug.synced.session.changes.holdAll(false)
    await mug.synced.settled()
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
    const path = `${mug.synced.store.baseUrl}/products/${mug.ecwidId}/combinations/${made!.id}`
    await fetch(path, { method: 'DELETE', headers: { Authorization: `Bearer ${mug.synced.store.secretToken}` } })
    await mug.synced.pull()
    const pairs = made!.options.map(({ name, value }) => ({ name, value }))
    mug.synced.session.changes.holdAll(true)
    apply({
      kind: 'variation.add',
      productId: mug.id,
      options: pairs,
      fields: {},
    })
    save(edited('Color', (option) => renamedTo(withSlateAs(option, 'Stone'), 'Shade')))
    const [, volume] = pairs
    expect(here().readOnly.variations.map(({ label }) => label)).toContain(`Stone, ${volume!.value}`)
    mug.synced.session.changes.holdAll(false)
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(Object.values(pairsOf(await variationsIn())).map(String)).toContain(`Shade: Stone,Volume: ${volume!.value}`)
    expect((await inStore()).map(({ name }) => name)).toEqual(['Shade', 'Volume', 'Engraving'])
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Stone', 'Sage'])
  })

  it.each(['drop-before', 'drop-after'])('arrives once where every request of it is lost: %s', async (kind) => {
    const before = await variationsIn()
    await mug.synced.control('POST', '/faults', { match: { method: 'PUT' }, kind, times: 1 })
    await mug.synced.control('POST', '/faults', { match: { method: 'PUT', path: 'combinations' }, kind, times: 2 })
    save(edited('Color', (option) => withSlateAs(option, 'Stone')))
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(pairsOf(await variationsIn())).toEqual(
      Object.fromEntries(
        Object.entries(pairsOf(before)).map(([id, pairs]) => [id, pairs.map((pair) => pair.replace('Slate', 'Stone'))]),
      ),
    )
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Stone', 'Sage'])
  })
})
