import { isJsonObject } from './json-object'
import { createQueryParams, type QueryParams } from './query-params'
import type { StoredReview } from './stored-catalogue'

/** The reviews a search asks for, newest first unless it says otherwise. Statuses are compared without regard to case. */
export function findReviews(reviews: readonly StoredReview[], query: QueryParams): StoredReview[] {
  const status = query.text('status')?.toLowerCase()
  const keyword = query.text('keyword', 'searchKeyword')?.trim().toLowerCase()
  const orders = query.text('orderId')?.split(',')
  const lists: [number[] | undefined, (review: StoredReview) => number][] = [
    [query.ids('rating'), ({ rating }) => rating],
    [query.ids('productId'), ({ productId }) => productId],
    [query.ids('reviewId'), ({ id }) => id],
  ]
  const times: [string, (review: StoredReview) => number][] = [
    ['created', ({ createdAt }) => createdAt],
    ['updated', ({ updatedAt }) => updatedAt],
  ]
  const bounds = times.map(([name, at]) => [query.date(`${name}From`), query.date(`${name}To`), at] as const)
  return reviews
    .filter(
      (review) =>
        (!status || review.status === status) &&
        (!keyword || review.review.toLowerCase().includes(keyword)) &&
        (!orders || orders.includes(review.orderId)) &&
        lists.every(([wanted, read]) => !wanted || wanted.includes(read(review))) &&
        bounds.every(([from, to, at]) => at(review) >= (from ?? -Infinity) && at(review) <= (to ?? Infinity)),
    )
    .sort(compareBy(query))
}

const sorts = ['DATE_CREATED_DESC', 'DATE_CREATED_ASC', 'RATING_ASC', 'RATING_DESC'] as const

function compareBy(query: QueryParams): (a: StoredReview, b: StoredReview) => number {
  const sort = query.oneOf('sortBy', sorts) ?? 'DATE_CREATED_DESC'
  const key = ({ rating, createdAt }: StoredReview) => (sort.startsWith('RATING') ? rating : createdAt)
  const sign = sort.endsWith('ASC') ? 1 : -1
  return (a, b) => sign * (key(a) - key(b)) || a.id - b.id
}

/** `currentFilters` of a mass update has the same names; lists are arrays there. */
export function filtersInBody(filters: unknown): QueryParams {
  const entries = Object.entries(isJsonObject(filters) ? filters : {})
  return createQueryParams(new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)])))
}
