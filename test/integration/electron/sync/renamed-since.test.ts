import { expect, it } from 'vitest'
import type { VariedAct, VariedStep } from '../../../support/varied/acts'
import { openVariedWorld } from '../../../support/varied/world'

// Options and choices have no ids. What was made of one goes back, or is done again, also where it has another name by then.

const does = (deed: VariedAct['do'], at = 0): VariedStep => ({ act: { do: deed, at } })
const push: VariedStep = { push: true }
const [color, size] = ['Color: Red, Blue', 'Size: Small, Large']

const cases: { what: string; steps: VariedStep[]; ends: string[] }[] = [
  {
    what: 'an option that was renamed twice has its first name again by an undo of the first',
    steps: [does('rename-option', 1), push, does('rename-option', 1), push, does('undo', 1)],
    ends: [size, color],
  },
  {
    what: 'so does a choice, while the second name waits',
    steps: [does('rename-choice', 0), push, does('rename-choice', 0), does('undo', 1)],
    ends: [size, color],
  },
  {
    what: 'a name is given back to an option that had another one meanwhile',
    steps: [does('rename-option', 1), does('rename-option', 1), does('undo', 1), does('redo')],
    ends: [size, 'Renamed 1: Red, Blue'],
  },
  {
    what: 'a price change goes back in a choice that was renamed since',
    steps: [does('dearer', 0), push, does('rename-choice', 0), push, does('undo', 1)],
    ends: ['Size: Renamed 2, Large', color],
  },
  {
    what: 'a price change goes back in an option that was renamed since',
    steps: [does('dearer', 0), push, does('rename-option', 0), push, does('undo', 1)],
    ends: ['Renamed 2: Small, Large', color],
  },
  {
    what: 'a choice that was added goes again under the name that it has',
    steps: [does('add-choice', 0), push, does('rename-choice', 4), push, does('undo', 1)],
    ends: [size, color],
  },
  {
    what: 'a choice that was taken away is back in its option under the name that it has',
    steps: [does('remove-choice', 0), push, does('rename-option', 0), push, does('undo', 1)],
    ends: ['Renamed 2: Small, Large', color],
  },
  {
    what: 'a choice that was taken away does not come back with an earlier price change of it',
    steps: [does('dearer', 0), push, does('remove-choice', 0), push, does('undo', 1)],
    ends: ['Size: Large', color],
  },
  {
    what: 'a choice stays away that was taken away after a rename which is taken back',
    steps: [does('rename-choice', 2), does('remove-choice', 2), does('drop', 0)],
    ends: ['Size: Small', color],
  },
]

it.each(cases)('$what', async ({ steps, ends }) => {
  const world = await openVariedWorld()
  try {
    for (const step of steps) await world.take(step)
    const shown = world
      .screen()
      .options.map(({ name, choices }) => `${String(name)}: ${choices.map(([text]) => text).join(', ')}`)
    expect(shown).toEqual(ends)
    await world.end()
  } finally {
    await world.close()
  }
})
