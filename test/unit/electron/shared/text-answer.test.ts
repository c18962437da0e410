import { expect, it } from 'vitest'
import type { Result } from '../../../../electron/shared/errors'
import { packed, valueIn } from '../../../../electron/shared/text-answer'
import { aProductDetail } from '../../../support/a-product-detail'

const detail = aProductDetail()

it('a product leaves its process as one text, and is the same when it is read', () => {
  const answer = packed('catalogue.product', { ok: true, value: detail })
  expect(Object.keys(answer)).toEqual(['ok', 'text'])
  expect(answer.ok && valueIn(answer)).toStrictEqual(detail)
})

it('other answers and refusals leave it as they are', () => {
  const page: Result<unknown> = { ok: true, value: { rows: [] } }
  const refusal: Result<unknown> = { ok: false, error: { code: 'not-found', message: 'It is gone.' } }
  expect(packed('catalogue.search', page)).toBe(page)
  expect(packed('catalogue.product', refusal)).toBe(refusal)
  expect(page.ok && valueIn(page)).toEqual({ rows: [] })
})
