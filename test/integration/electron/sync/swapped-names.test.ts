import { describe, expect, it } from 'vitest'
import { aMugWithOptions, choicesOf, renamedTo, type Variation } from '../../../support/a-mug-with-options'

const mug = aMugWithOptions()
const { here, options, inStore, variationsIn, apply, save, edited } = mug

/** With choices of Color under other names, as the form makes them. */
const inOtherNames = (names: Record<string, string>) =>
  edited('Color', (option) => ({
    ...option,
    defaultChoice: names[String(option['defaultChoice'])] ?? option['defaultChoice'],
    choices: choicesOf(option).map((choice) => {
      const [was, now] = [String(choice['text']), names[String(choice['text'])]]
      return now === undefined ? choice : { ...choice, text: now, formerly: [was] }
    }),
  }))

describe('choices that change their names with each other', () => {
  const names: Record<string, string>[] = [
    { Sand: 'Slate', Slate: 'Sand' },
    { Slate: 'Moss', Sand: 'Slate' },
    { Sand: 'Slate', Slate: 'Sage', Sage: 'Sand' },
  ]
  const colourOf = ({ options: pairs }: Variation) => pairs.find(({ name }) => name === 'Color')?.value ?? ''
  const coloursById = async () =>
    new Map((await variationsIn()).map((variation) => [variation.id, colourOf(variation)]))
  const shownById = () =>
    new Map(
      here().readOnly.variations.map(({ id, options: pairs }) => [
        id,
        pairs.find(({ name }) => name === 'Color')?.value,
      ]),
    )
  const expected = (before: Map<number, string>, to: Record<string, string>) =>
    new Map([...before].map(([id, name]) => [id, to[name] ?? name]))

  it.each(names)('keep their variations, here at once and then in the store, and with an undo: %j', async (to) => {
    const [before, all, old] = [await coloursById(), await variationsIn(), await inStore()]
    const { changeSetId } = save(inOtherNames(to))
    expect(shownById()).toEqual(expected(before, to))
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(await coloursById()).toEqual(expected(before, to))
    const rest = (these: readonly Variation[]) => these.map(({ options: _, ...variation }) => variation)
    expect(rest(await variationsIn())).toEqual(rest(all))
    expect((await inStore())[0]).toMatchObject({ defaultChoice: old[0]!['defaultChoice'] })
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(
      choicesOf(old[0]).map(({ text }) => to[String(text)] ?? text),
    )
    mug.synced.session.changes.revert(changeSetId!)
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(await coloursById()).toEqual(before)
    expect(await inStore()).toEqual(old)
  })

  it.each(
    names.flatMap((to) =>
      (['drop-before', 'drop-after'] as const).flatMap((kind) => [1, 2, 3, 4].map((at) => ({ to, kind, at }))),
    ),
  )('keep them where the line is cut: %j', async ({ to, kind, at }) => {
    const before = await coloursById()
    await mug.synced.control('POST', '/faults', { match: { method: 'PUT', path: 'combinations' }, kind, times: at })
    await mug.synced.control('POST', '/faults', { match: { method: 'PUT' }, kind, times: 1 })
    save(inOtherNames(to))
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(await coloursById()).toEqual(expected(before, to))
    expect(JSON.stringify(await inStore())).not.toContain('…')
  })

  describe('and a variation that waits to be made', () => {
    const gone = async () => {
      const [first] = (await variationsIn()).filter((each) => colourOf(each) === 'Sand')
      apply({ kind: 'variation.remove', productId: mug.id, variationId: first!.id })
      mug.synced.skip(10_000)
      await mug.synced.settled()
      return first!.options.map(({ name, value }) => ({ name, value }))
    }
    const to = { Sand: 'Slate', Slate: 'Sand' }
    const renamed = (pairs: Variation['options']) =>
      pairs.map(({ name, value }) => ({ name, value: name === 'Color' ? (to[value as 'Sand'] ?? value) : value }))
    const labelOf = (pairs: Variation['options']) => pairs.map(({ value }) => value).join(', ')
    const withSku = () => here().readOnly.variations.find(({ own }) => own['sku'] === 'AGAIN')
    /** Here at once, and in the store once it is sent. */
    async function isMadeOf(pairs: Variation['options']): Promise<void> {
      expect(withSku()?.label).toBe(labelOf(pairs))
      mug.synced.session.changes.holdAll(false)
      await mug.synced.settled()
      expect(here().state).toBe('synced')
      const made = (await variationsIn()).find(({ sku }) => sku === 'AGAIN')
      expect(made?.options.map(({ name, value }) => ({ name, value }))).toEqual(pairs)
    }

    it('is made of the same under its new name', async () => {
      const pairs = await gone()
      mug.synced.session.changes.holdAll(true)
      apply({ kind: 'variation.add', productId: mug.id, options: pairs, fields: { sku: 'AGAIN' } })
      save(inOtherNames(to))
      await isMadeOf(renamed(pairs))
    })

    it('is made of what has the name then, where it was added after them', async () => {
      const pairs = await gone()
      mug.synced.session.changes.holdAll(true)
      save(inOtherNames(to))
      const taken = here().readOnly.variations.some(({ label }) => label === labelOf(pairs))
      expect(taken).toBe(true)
      apply({ kind: 'variation.add', productId: mug.id, options: renamed(pairs), fields: { sku: 'AGAIN' } })
      await isMadeOf(renamed(pairs))
    })
  })

  it('are followed where two options change their names', async () => {
    const before = await variationsIn()
    const swapped = options().map((option) => {
      const to = { Color: 'Volume', Volume: 'Color' }[String(option['name'])]
      return to === undefined ? option : renamedTo(option, to)
    })
    const { changeSetId } = save(swapped)
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    const isSwapped = (all: readonly Variation[]) =>
      all.map(({ id, options: pairs }) => [id, pairs.map(({ name, value }) => `${name}: ${value}`).toSorted()])
    const wanted = before.map(({ id, options: pairs }) => ({
      id,
      options: pairs.map(({ name, value }) => ({ name: name === 'Color' ? 'Volume' : 'Color', value })),
    }))
    expect(isSwapped(await variationsIn())).toEqual(isSwapped(wanted))
    mug.synced.session.changes.revert(changeSetId!)
    await mug.synced.settled()
    expect(isSwapped(await variationsIn())).toEqual(isSwapped(before))
  })
})
