import fc from 'fast-check'

const client = fc.integer({ min: 0, max: 1 })
const product = fc.integer({ min: 0, max: 2 })
const at = { client, product }

export const stepFaults = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'drop-mid-body' },
  { kind: 'truncate-json' },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 502, processed: true },
  { kind: 'status', status: 429, retryAfter: 1 },
] as const

/** One thing that somebody does. Values are counted up where they are used, so that no two edits write the same. */
export const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('edit' as const), ...at, field: fc.constantFrom('name', 'price') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('attribute' as const), ...at, key: fc.integer({ min: 0, max: 1 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('attribute-text' as const), ...at, key: fc.integer({ min: 0, max: 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choice' as const), ...at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('web-choice' as const), product }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('category' as const), ...at, category: fc.integer({ min: 0, max: 4 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('stock' as const), ...at, delta: fc.constantFrom(-3, -1, 2, 5, 10) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add-picture' as const), ...at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove-picture' as const), ...at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('alt' as const), ...at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('alt-in' as const), ...at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('order' as const), ...at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take-back' as const), ...at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), ...at }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('undo-set' as const), client, at: fc.nat({ max: 5 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('redo' as const), client, at: fc.constant(0) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('drop' as const), client, at: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold' as const), client, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const), client }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), ...at }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('web-edit' as const), product, field: fc.constantFrom('name', 'price') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('web-category' as const),
      product,
      category: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('sell' as const), product, quantity: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('web-delete' as const), product }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(...stepFaults),
      onWrites: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('try' as const), client, requests: fc.integer({ min: 1, max: 8 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('crash' as const), client, requests: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('push' as const), client }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pull' as const), client }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('push-and-pull' as const), client }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lag' as const), ms: fc.constantFrom(0, 2_000, 60_000) }) },
)
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
