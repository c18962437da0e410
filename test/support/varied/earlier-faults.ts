import type { VariedStep } from './acts'

/** Sequences that once ended otherwise than the screen showed, as short as they got. */
export const earlierVariedFaults: { name: string; steps: VariedStep[] }[] = [
  {
    name: 'an SKU given to a variation without one leaves it the stock that is shown, and does not make it unlimited',
    steps: [{ act: { do: 'sku', at: 2 } }, { push: true }],
  },
  {
    name: 'an SKU that was emptied comes back by an undo with the stock of its own',
    steps: [
      { act: { do: 'as-product-in-all', at: 0 } },
      { push: true },
      { act: { do: 'undo', at: 0 } },
      { push: true },
    ],
  },
  {
    name: 'an SKU emptied before a change of the stock was sent asks and refuses nothing',
    steps: [{ act: { do: 'several', at: 1 } }, { act: { do: 'as-product-in-all', at: 1 } }, { push: true }],
  },
  {
    name: 'an SKU emptied and given again with a stock, before it was sent, asks nothing',
    steps: [{ act: { do: 'as-product-in-all', at: 0 } }, { act: { do: 'several', at: 0 } }, { push: true }],
  },
  {
    name: 'a price of a variation that is removed before it was sent is refused for nothing',
    steps: [{ act: { do: 'price', at: 0 } }, { act: { do: 'remove', at: 0 } }, { push: true }],
  },
  {
    name: 'a stock of a variation that is removed before it was sent is refused for nothing',
    steps: [{ act: { do: 'stock', at: 0 } }, { act: { do: 'remove', at: 0 } }, { push: true }],
  },
  {
    name: 'a price of a variation that goes with its choice is refused for nothing',
    steps: [{ act: { do: 'price', at: 0 } }, { act: { do: 'remove-choice', at: 0 } }, { push: true }],
  },
  {
    name: 'a variation is made anew with the options of one that was removed before that was sent',
    steps: [{ act: { do: 'remove', at: 1 } }, { act: { do: 'add', at: 0 } }, { push: true }],
  },
  {
    name: 'a choice renamed under a variation that waits to be made does not come back with its old name',
    steps: [{ act: { do: 'add', at: 0 } }, { act: { do: 'rename-choice', at: 2 } }, { push: true }],
  },
  {
    name: 'an option renamed under a variation that waits to be made does not come back with its old name',
    steps: [{ act: { do: 'add', at: 0 } }, { act: { do: 'rename-option', at: 0 } }, { push: true }],
  },
  {
    name: 'an option renamed while the answer to a new variation is missing does not make it twice',
    steps: [
      { act: { do: 'add', at: 0 } },
      { line: 2, crash: false },
      { act: { do: 'rename-option', at: 1 } },
      { push: true },
    ],
  },
  {
    name: 'a removed variation comes back by an undo under the name that its choice has by then',
    steps: [
      { act: { do: 'remove', at: 0 } },
      { act: { do: 'rename-choice', at: 0 } },
      { push: true },
      { act: { do: 'undo', at: 1 } },
      { push: true },
    ],
  },
  {
    name: 'an option without a choice, taken back under a later price of another one, has it again',
    steps: [{ act: { do: 'remove-choice', at: 5 } }, { act: { do: 'dearer', at: 1 } }, { act: { do: 'undo', at: 1 } }],
  },
  {
    name: 'a choice that is removed under a variation in doubt is not shown any more',
    steps: [
      { act: { do: 'add-choice', at: 0 } },
      { act: { do: 'add', at: 1 }, moment: 'write answered' },
      { line: 3, crash: true },
      { act: { do: 'remove-choice', at: 3 } },
    ],
  },
  {
    name: 'a choice is removed again by a redo after its option was renamed',
    steps: [
      { act: { do: 'price', at: 1 } },
      { act: { do: 'remove-choice', at: 4 } },
      { act: { do: 'undo', at: 2 } },
      { act: { do: 'rename-option', at: 3 } },
      { push: true },
      { act: { do: 'redo', at: 0 } },
    ],
  },
  {
    name: 'a stock that goes with an SKU stays where the SKU alone is taken back',
    steps: [
      { act: { do: 'as-product', at: 3 } },
      { act: { do: 'remove', at: 3 } },
      { act: { do: 'as-product-in-all', at: 4 } },
      { act: { do: 'drop', at: 2 } },
      { act: { do: 'remove', at: 5 } },
    ],
  },
  {
    name: 'one in the place of another is made where a rename from before both is taken back',
    steps: [
      { act: { do: 'rename-and-price', at: 1 } },
      { act: { do: 'price', at: 5 } },
      { act: { do: 'drop', at: 5 } },
      { act: { do: 'rename-and-price', at: 5 } },
      { act: { do: 'remove', at: 5 } },
      { act: { do: 'add-choice', at: 5 } },
      { act: { do: 'remove', at: 4 } },
      { act: { do: 'add', at: 3 } },
      { act: { do: 'undo', at: 4 } },
    ],
  },
  {
    name: 'a choice that was renamed has its old name back by an undo after its option was renamed',
    steps: [
      { act: { do: 'rename-and-price', at: 0 } },
      { push: true },
      { act: { do: 'rename-option', at: 0 } },
      { act: { do: 'undo', at: 1 } },
    ],
  },
  {
    name: 'an option renamed back by an undo that is taken back under a later rename is there once after a redo',
    steps: [
      { act: { do: 'rename-option', at: 1 } },
      { push: true },
      { act: { do: 'undo', at: 0 } },
      { act: { do: 'hold-all' } },
      { act: { do: 'rename-option', at: 1 } },
      { act: { do: 'undo', at: 1 } },
      { act: { do: 'redo' } },
    ],
  },
  {
    name: 'a rename that waits and is taken back under a later one asks nothing after a redo',
    steps: [
      { act: { do: 'rename-option', at: 1 } },
      { act: { do: 'rename-option', at: 1 } },
      { act: { do: 'undo', at: 1 } },
      { act: { do: 'redo' } },
    ],
  },
  {
    name: 'a choice that was taken away comes back by an undo after its option was renamed',
    steps: [
      { act: { do: 'remove-choice', at: 0 } },
      { push: true },
      { act: { do: 'rename-option', at: 0 } },
      { push: true },
      { act: { do: 'undo', at: 1 } },
    ],
  },
  {
    name: 'an option renamed between two new variations is renamed before the second one is made of it',
    steps: [
      { act: { do: 'remove', at: 0 } },
      { push: true },
      { act: { do: 'add', at: 0 } },
      { act: { do: 'rename-option', at: 0 } },
      { act: { do: 'add', at: 0 } },
      { push: true },
    ],
  },
  {
    name: 'a variation does not stay alone while the choice that it goes with is removed',
    steps: [{ act: { do: 'remove-choice', at: 5 } }, { act: { do: 'drop', at: 1 } }, { push: true }],
  },
  {
    name: 'a variation that was removed does not stay after all once its choice is removed',
    steps: [
      { act: { do: 'remove', at: 0 } },
      { act: { do: 'remove-choice', at: 0 } },
      { act: { do: 'undo', at: 1 } },
      { push: true },
    ],
  },
]
