import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { aMugWithOptions, choicesOf, pairsOf, renamedTo } from '../../../support/a-mug-with-options'

// Renames that the store has half when others change the same: whichever side their owner takes, all of it is so in the end, and nothing
// of the other one is left.

const mug = aMugWithOptions()
const { here, options, inStore, variationsIn, save, saveThere } = mug

type Names = Readonly<Record<string, string>>

/** Choices of Color that cost so much more. */
const priced = (all: readonly Entry[], prices: Readonly<Record<string, number>>) =>
  all.map((option) => ({
    ...option,
    choices: choicesOf(option).map((choice) => {
      const more = prices[`${String(option['name'])}: ${String(choice['text'])}`]
      return more === undefined ? choice : { ...choice, priceModifier: more }
    }),
  }))

/** With choices of Color under other names, as the form makes them. */
const choicesNamed = (names: Names) =>
  mug.edited('Color', (option) => ({
    ...option,
    defaultChoice: names[String(option['defaultChoice'])] ?? option['defaultChoice'],
    choices: choicesOf(option).map((choice) => {
      const [was, now] = [String(choice['text']), names[String(choice['text'])]]
      return now === undefined ? choice : { ...choice, text: now, formerly: [was] }
    }),
  }))
const optionsNamed = (names: Names) =>
  options().map((option) => {
    const to = names[String(option['name'])]
    return to === undefined ? option : renamedTo(option, to)
  })

/** `moved`: so many variations, before the store refuses the next one. */
type Rename = { name: string; choices?: Names; options?: Names; moved: number }
const several = (moved: number): Rename[] => [
  { name: 'two choices that change their names with each other', choices: { Sand: 'Slate', Slate: 'Sand' }, moved },
  { name: 'a choice that takes the name of another one', choices: { Slate: 'Moss', Sand: 'Slate' }, moved },
  { name: 'three choices in a ring', choices: { Sand: 'Slate', Slate: 'Sage', Sage: 'Sand' }, moved },
  { name: 'an option', options: { Color: 'Shade' }, moved },
  { name: 'two options that change their names with each other', options: { Color: 'Volume', Volume: 'Color' }, moved },
]
const renames = [
  { name: 'a choice', choices: { Sand: 'Dune' }, moved: 1 },
  ...several(1),
  several(3)[0]!,
  several(3)[4]!,
]

const told = (all: readonly Entry[]) =>
  all.map((option) => [option['name'], choicesOf(option).map(({ text, priceModifier = 0 }) => [text, priceModifier])])
const shown = () => pairsOf(here().readOnly.variations as never)
const stored = async () => pairsOf(await variationsIn())
const open = () => mug.synced.catalogue.changes.openOf('product', mug.id)
/** A variation names its options in whatever order. */
const sorted = (all: Record<number, string[]>) =>
  Object.fromEntries(Object.entries(all).map(([id, pairs]) => [id, pairs.toSorted()]))

const namesIn = (all: readonly Entry[]) =>
  all.flatMap((option) => choicesOf(option).map(({ text }) => `${String(option['name'])}: ${String(text)}`))

/** The store has half of it, and all its names. */
async function halfSent({ choices, options: names, moved }: Rename) {
  const before = { options: await inStore(), variations: await stored() }
  const wanted = choices ? choicesNamed(choices) : optionsNamed(names ?? {})
  const match = { method: 'PUT', path: '/combinations' }
  await mug.synced.control('POST', '/faults', { kind: 'status', status: 400, match, after: moved })
  const { changeSetId } = save(wanted)
  await mug.synced.until(() => open().some(({ state }) => state === 'refused'))
  return { before, wanted, setId: changeSetId!, asWanted: shown() }
}

const goOn = () => {
  mug.synced.session.changes.retry(open().map(({ id }) => id))
  return mug.synced.settled()
}

/** Others price what is there until it is through. */
async function asked(rename: Rename) {
  const half = await halfSent(rename)
  const goes = namesIn(await inStore()).filter((each) => !namesIn(half.wanted).includes(each))
  expect(goes).not.toEqual([])
  const theirs = Object.fromEntries(goes.map((each) => [each, 4]))
  await saveThere(priced(await inStore(), theirs))
  await goOn()
  expect(open()).toMatchObject([{ state: 'conflict' }])
  return { ...half, change: open()[0]!.id, beforeOfOthers: priced(half.before.options, theirs) }
}

async function settles(): Promise<void> {
  mug.synced.skip(10_000)
  await mug.synced.settled()
  expect(open()).toEqual([])
  expect(here().state).toBe('synced')
}

describe.each(renames)('the rename of $name that others meet half way, $moved moved,', (rename) => {
  it('is gone from the store where its owner keeps what others made of it', async () => {
    const { change, before, beforeOfOthers } = await asked(rename)
    mug.synced.session.changes.resolve([change], { take: 'theirs' })
    expect(told(options())).toEqual(told(beforeOfOthers))
    expect(shown()).toEqual(before.variations)
    await settles()
    expect(told(await inStore())).toEqual(told(beforeOfOthers))
    expect(sorted(await stored())).toEqual(sorted(before.variations))
    expect(sorted(shown())).toEqual(sorted(before.variations))
  })

  it('is all in the store where its owner keeps it, and goes back as a whole', async () => {
    const { change, before, wanted, asWanted, setId } = await asked(rename)
    expect(told(options())).toEqual(told(wanted))
    mug.synced.session.changes.resolve([change], { take: 'mine' })
    expect(told(options())).toEqual(told(wanted))
    expect(shown()).toEqual(asWanted)
    await settles()
    expect(told(await inStore())).toEqual(told(wanted))
    expect(sorted(await stored())).toEqual(sorted(asWanted))
    mug.synced.session.changes.revert(setId)
    await settles()
    expect(sorted(await stored())).toEqual(sorted(before.variations))
    expect(namesIn(await inStore()).toSorted()).toEqual(namesIn(before.options).toSorted())
  })

  it('goes on without a question where they changed what stays, and both are so', async () => {
    const { wanted, asWanted } = await halfSent(rename)
    const theirs = Object.fromEntries(namesIn(wanted).map((each) => [each, 4]))
    await saveThere(priced(await inStore(), theirs))
    await goOn()
    await settles()
    expect(told(await inStore())).toEqual(told(priced(wanted, theirs)))
    expect(sorted(await stored())).toEqual(sorted(asWanted))
  })
})

it('what was added to a rename that is asked about half way is kept with it', async () => {
  const [rename] = several(1)
  const { wanted, asWanted } = await halfSent(rename!)
  mug.synced.session.changes.holdAll(true)
  mug.synced.session.changes.retry(open().map(({ id }) => id))
  save(mug.edited('Color', (option) => ({ ...option, choices: [...choicesOf(option), { text: 'Olive' }] })))
  const goes = namesIn(await inStore()).filter((each) => !namesIn(wanted).includes(each))
  await saveThere(priced(await inStore(), Object.fromEntries(goes.map((each) => [each, 4]))))
  mug.synced.session.changes.holdAll(false)
  await mug.synced.settled()
  expect(open().map(({ state }) => state)).toEqual(['conflict', 'conflict'])
  mug.synced.session.changes.resolve([open().at(-1)!.id], { take: 'mine' })
  await settles()
  expect(namesIn(await inStore()).toSorted()).toEqual([...namesIn(wanted), 'Color: Olive'].toSorted())
  expect(sorted(await stored())).toEqual(sorted(asWanted))
})
