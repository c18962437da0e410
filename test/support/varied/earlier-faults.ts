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
]
