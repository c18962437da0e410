import fc from 'fast-check'
import { stepFaults } from '../model/steps'

const small = fc.nat({ max: 5 })
const product = fc.constantFrom(0, 0, 1)

/** What one person does to one product. `at` counts pictures, sets or changes, over whatever is there. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('name', 'price', 'attribute'), product }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('stock'), product, at: small }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('add', 'add-main'), product }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constantFrom('remove', 'order', 'main', 'alt'), product, at: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('variation', 'bare-variation'), product, at: small }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constantFrom('undo', 'drop'), product, at: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo-chosen'), product, at: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redo'), product }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('hold', 'release'), product, at: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hold-all', 'release-all'), product }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('retry', 'delete'), product }) },
)
export type Act = { do: string; product: number; at?: number }

/** When an act comes: in the middle of the next request of this kind, or at rest. */
const moments = ['GET leaves', 'GET answered', 'write leaves', 'write answered'] as const
export type Moment = (typeof moments)[number]

export const soloStep = fc.oneof(
  { weight: 14, arbitrary: fc.record({ act }) },
  { weight: 4, arbitrary: fc.record({ act, moment: fc.constantFrom(...moments) }) },
  { weight: 3, arbitrary: fc.record({ fault: fc.constantFrom(...stepFaults), onWrites: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ fault: fc.constant({ kind: 'status', status: 400 }), onWrites: fc.constant(true) }),
  },
  { weight: 3, arbitrary: fc.record({ line: fc.integer({ min: 1, max: 8 }), crash: fc.boolean() }) },
  { weight: 5, arbitrary: fc.constant({ push: true as const }) },
  { weight: 2, arbitrary: fc.constant({ pull: true as const }) },
  { weight: 1, arbitrary: fc.record({ clockBack: fc.constantFrom(60_000, 86_400_000) }) },
)
export type SoloStep =
  | { act: Act; moment?: Moment }
  | { fault: object; onWrites: boolean }
  | { line: number; crash: boolean }
  | { push: true }
  | { pull: true }
  | { clockBack: number }
