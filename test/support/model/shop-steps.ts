import fc from 'fast-check'
import { stepFaults } from './steps'

const client = fc.constantFrom(0 as const, 1 as const)
const at = fc.nat({ max: 5 })
const pick = <const T extends string>(...does: T[]) => fc.record({ does: fc.constantFrom(...does), at })

/** What a person does to options and variations, in the words of `varied/acts`. */
const varied = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('price', 'weight', 'stock', 'add', 'remove'), at }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...([
          'add-choice',
          'rename-choice',
          'remove-choice',
          'order-choices',
          'dearer',
          'rename-option',
          'add-option',
        ] as const),
      ),
      at,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo', 'hold-all', 'release-all'), at }) },
)
const categories = pick('name', 'title', 'create', 'delete', 'file', 'move')

/** One thing that one of two people does with a product of variations and with categories, or somebody in the web panel. */
export const shopStep = fc.oneof(
  { weight: 14, arbitrary: fc.record({ client, varied }) },
  { weight: 7, arbitrary: fc.record({ client, category: categories }) },
  {
    weight: 6,
    arbitrary: fc.record({
      web: pick('add-choice', 'dearer', 'note', 'price', 'sell', 'remove', 'add', 'name', 'create', 'delete'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ fault: fc.constantFrom(...stepFaults), onWrites: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ client, line: fc.integer({ min: 1, max: 8 }), crash: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ client, push: fc.constant(true as const) }) },
  { weight: 4, arbitrary: fc.record({ client, pull: fc.constant(true as const) }) },
)
export type ShopStep = typeof shopStep extends fc.Arbitrary<infer Value> ? Value : never
