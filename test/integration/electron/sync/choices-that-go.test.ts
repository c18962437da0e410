import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { aMugWithOptions, choicesOf, pairsOf, type Variation } from '../../../support/a-mug-with-options'
import { changeVariation } from '../../../support/stored-variations'

const mug = aMugWithOptions()
const { here, inStore, remote, variationsIn, saveThere, save, edited, apply } = mug

async function expectSlateGone(): Promise<void> {
  expect(here().state).toBe('synced')
  expect(Object.values(pairsOf(await variationsIn())).flat()).not.toContain('Color: Slate')
  expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Sage'])
}

/** Undoes it, and then all is there again, but for the numbers that the store gives to variations. */
async function expectAllBack(changeSetId: number, before: Record<string, unknown>): Promise<void> {
  mug.synced.session.changes.revert(changeSetId)
  await mug.synced.settled()
  expect(here().state).toBe('synced')
  expect(await inStore()).toEqual(before['options'])
  const told = (all: readonly Variation[]) => Object.values(pairsOf(all)).map(String).toSorted()
  expect(told(await variationsIn())).toEqual(told(before['combinations'] as Variation[]))
}

describe('a choice that goes', () => {
  it('goes at once where no variation is made of it', async () => {
    save(edited('Color', (option) => ({ ...option, choices: [...choicesOf(option), { text: 'Olive' }] })))
    await mug.synced.settled()
    save(
      edited('Color', (option) => ({ ...option, choices: choicesOf(option).filter(({ text }) => text !== 'Olive') })),
    )
    await mug.synced.settled()
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Slate', 'Sage'])
  })

  it('is asked about where a variation is made of it, and takes none with it', async () => {
    const before = await remote()
    save(
      edited('Color', (option) => ({ ...option, choices: choicesOf(option).filter(({ text }) => text !== 'Slate') })),
    )
    await mug.synced.settled()
    expect(here().state).toBe('conflict')
    expect(await remote()).toEqual(before)
  })

  const withoutSlate = () =>
    edited('Color', (option) => ({ ...option, choices: choicesOf(option).filter(({ text }) => text !== 'Slate') }))
  const theQuestion = () => {
    const all = mug.synced.catalogue.changes.openOf('product', mug.id).filter(({ state }) => state === 'conflict')
    expect(all).toHaveLength(1)
    return all[0]!
  }

  it('takes along the variations that are made of it where its owner keeps it gone, and brings all back with an undo', async () => {
    const before = await remote()
    const { changeSetId } = save(withoutSlate())
    await mug.synced.settled()
    const { conflicts } = mug.synced.session.reads.conflicts({ offset: 0, limit: 10 })
    expect(conflicts.map(({ meaning }) => meaning)).toEqual([
      expect.stringContaining('these variations are removed too'),
    ])
    mug.synced.session.changes.resolve([theQuestion().id], { take: 'mine' })
    expect(
      here()
        .readOnly.variations.map(({ label }) => label)
        .join(),
    ).not.toContain('Slate')
    await mug.synced.settled()
    await expectSlateGone()
    await expectAllBack(changeSetId!, before)
  })

  /** First the store has both, then each variation is moved over. */
  async function renameOnTheWeb(from: string, to: string): Promise<void> {
    const renamed = (choice: Entry) => ({ ...choice, text: to, textTranslated: { en: to } })
    const saveChoices = async (become: (choice: Entry) => Entry[]) =>
      mug.synced.control('POST', `/products/${mug.ecwidId}`, {
        options: (await inStore()).map((option) => ({
          ...option,
          choices: choicesOf(option).flatMap((choice) => (choice['text'] === from ? become(choice) : [choice])),
        })),
      })
    await saveChoices((choice) => [renamed(choice), choice])
    for (const { id, options: pairs } of await variationsIn()) {
      const moved = pairs.map(({ name, value }) => ({ name, value: value === from ? to : value }))
      if (pairs.some(({ value }) => value === from))
        await changeVariation(mug.synced.store, mug.ecwidId, id, { options: moved })
    }
    await saveChoices(() => [])
  }

  it('takes along none that is made of what others renamed while its owner was asked', async () => {
    save(withoutSlate())
    await mug.synced.settled()
    const before = await variationsIn()
    await renameOnTheWeb('Sand', 'Ivory')
    await mug.synced.pull()
    mug.synced.session.changes.resolve([theQuestion().id], { take: 'mine' })
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    const staying = before.filter(({ options: pairs }) => !pairs.some(({ value }) => value === 'Slate'))
    expect((await variationsIn()).map(({ id }) => id)).toEqual(staying.map(({ id }) => id))
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Ivory', 'Sage'])
  })

  it('is to be decided again, variations and all, where that decision is undone before it is sent', async () => {
    const before = await remote()
    save(withoutSlate())
    await mug.synced.settled()
    const { id } = theQuestion()
    mug.synced.session.changes.resolve([id], { take: 'mine' })
    mug.synced.session.changes.undecide([id])
    expect(theQuestion()).toMatchObject({ id, reason: { sentence: { says: 'options-still-used' } } })
    expect(here().readOnly.variations).toHaveLength((before['combinations'] as Variation[]).length)
    await mug.synced.settled()
    expect(await remote()).toEqual(before)
  })

  it('is decided with all others of its kind, its variations too, or none of it', async () => {
    const before = await remote()
    save(withoutSlate())
    await mug.synced.settled()
    const { thing, list, field, verb } = theQuestion()
    const kind = { thing, list, field, verb }
    const { together } = await mug.synced.session.changes.resolveKind(kind, 'mine')
    await mug.synced.session.changes.undecideKind(together)
    theQuestion()
    expect(here().readOnly.variations).toHaveLength((before['combinations'] as Variation[]).length)
    await mug.synced.session.changes.resolveKind(kind, 'mine')
    await mug.synced.settled()
    await expectSlateGone()
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
    await saveThere(swatches)
    await mug.synced.pull()
    const before = await remote()
    const shown = here().readOnly.variations.map(({ label }) => label)
    const going = here().readOnly.variations.filter(({ label }) => label.includes('Slate'))
    const lid = { name: 'Lid', type: 'SELECT', required: false, choices: [{ text: 'Cork' }, { text: 'Steel' }] }
    const { changeSetId } = apply(
      ...going.map(({ id }) => ({ kind: 'variation.remove' as const, productId: mug.id, variationId: id })),
      {
        kind: 'update',
        productId: mug.id,
        fields: { options: [...withoutSlate(), lid] },
        base: here().fields,
      },
    )
    await mug.synced.settled()
    expect(choicesOf((await inStore())[0]).map(({ text }) => text)).toEqual(['Sand', 'Sage'])
    mug.synced.session.changes.revert(changeSetId!)
    await mug.synced.settled()
    expect(here().state).toBe('synced')
    expect(await inStore()).toEqual(before['options'])
    expect(here().readOnly.variations.map(({ label }) => label)).toEqual(shown)
  })

  it('takes its variations along where its owner said so, as one, and brings all back with an undo', async () => {
    const before = await remote()
    const going = here().readOnly.variations.filter(({ label }) => label.includes('Slate'))
    expect(going.length).toBeGreaterThan(0)
    const { changeSetId } = apply(
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
    )
    await mug.synced.settled()
    await expectSlateGone()
    await expectAllBack(changeSetId!, before)
  })
})
