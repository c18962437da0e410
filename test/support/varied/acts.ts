import fc from 'fast-check'
import { stepFaults } from '../model/steps'

const small = fc.nat({ max: 5 })

/** What one person does to the options and variations of a product. `at` counts variations, choices or sets, over whatever is there. */
const variedDeeds = {
  variation: ['price', 'sku', 'stock', 'weight', 'several', 'as-product', 'as-product-in-all', 'add', 'remove'],
  option: ['add-choice', 'rename-choice', 'remove-choice', 'order-choices', 'dearer', 'rename-option', 'add-option'],
  other: ['product-price', 'rename-and-price'],
  past: ['undo', 'redo', 'drop', 'hold', 'release', 'hold-all', 'release-all'],
} as const
type VariedDeed = (typeof variedDeeds)[keyof typeof variedDeeds][number]

const act = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom(...variedDeeds.variation), at: small }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom(...variedDeeds.option), at: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom(...variedDeeds.other), at: small }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom(...variedDeeds.past), at: small }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), at: small }) },
)
export type VariedAct = { do: VariedDeed; at?: number }

const moments = ['GET leaves', 'GET answered', 'write leaves', 'write answered'] as const
export type VariedMoment = (typeof moments)[number]

export const variedStep = fc.oneof(
  { weight: 14, arbitrary: fc.record({ act }) },
  { weight: 3, arbitrary: fc.record({ act, moment: fc.constantFrom(...moments) }) },
  { weight: 3, arbitrary: fc.record({ fault: fc.constantFrom(...stepFaults), onWrites: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ line: fc.integer({ min: 1, max: 8 }), crash: fc.boolean() }) },
  { weight: 6, arbitrary: fc.constant({ push: true as const }) },
  { weight: 2, arbitrary: fc.constant({ pull: true as const }) },
)
/** Others at the same product, who touch nothing that the person does: what both may change at once is no question. */
const others = ['cost', 'sell', 'note', 'subtitle'] as const
export type OthersAct = { others: (typeof others)[number]; at: number }

const besideDeed = [
  'price',
  'weight',
  'stock',
  'add-choice',
  'dearer',
  'rename-choice',
  'order-choices',
  'product-price',
  'undo',
  'redo',
  'hold-all',
  'release-all',
] as const
export const stepOfTwo = fc.oneof(
  { weight: 12, arbitrary: fc.record({ act: fc.record({ do: fc.constantFrom(...besideDeed), at: small }) }) },
  { weight: 6, arbitrary: fc.record({ others: fc.constantFrom(...others), at: small }) },
  { weight: 3, arbitrary: fc.record({ fault: fc.constantFrom(...stepFaults), onWrites: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ line: fc.integer({ min: 1, max: 8 }), crash: fc.boolean() }) },
  { weight: 5, arbitrary: fc.constant({ push: true as const }) },
  { weight: 2, arbitrary: fc.constant({ pull: true as const }) },
)

export type VariedStep =
  | OthersAct
  | { act: VariedAct; moment?: VariedMoment }
  | { fault: object; onWrites: boolean }
  | { line: number; crash: boolean }
  | { push: true }
  | { pull: true }
