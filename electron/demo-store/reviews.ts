import { ApiError, wrongParameter } from './api-error'
import { idParam, jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readNumbers } from './body-fields'
import type { JsonObject } from './json-object'
import { pageAnswer } from './page-answer'
import { formatDate } from './query-params'
import { filtersInBody, findReviews } from './review-filter'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import type { StoredReview } from './stored-catalogue'

/** What shoppers wrote about products, published or not yet. */
export function reviewRoutes({ store }: StoreParts): Route[] {
  const list = (request: ApiRequest): ApiAnswer =>
    pageAnswer(request, findReviews(store.data.reviews, request.query), reviewView)

  const find = (request: ApiRequest): StoredReview => {
    const review = store.data.reviews.find(({ id }) => id === idParam(request, 'review'))
    if (!review) throw new ApiError(404, `Review #${request.params['review'] ?? ''} not found`)
    return review
  }

  const change = (chosen: readonly StoredReview[], next: StoredReview['status'] | undefined) => {
    const ids = new Set(chosen.map(({ id }) => id))
    const changed = (review: StoredReview) => (next ? [{ ...review, status: next, updatedAt: store.now() }] : [])
    store.saveReviews(store.data.reviews.flatMap((each) => (ids.has(each.id) ? changed(each) : [each])))
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const review = find(request)
    change([review], readStatus(jsonObjectBody(request, 'Review')['status'], 'Review.status'))
    return ok({ updateCount: 1 })
  }

  const remove = (request: ApiRequest): ApiAnswer => {
    change([find(request)], undefined)
    return ok({ deleteCount: 1 })
  }

  const updateMany = (request: ApiRequest): ApiAnswer => {
    const body = jsonObjectBody(request, 'ReviewsMassUpdate')
    const chosen = choose(body, store.data.reviews)
    const isDelete = body['delete'] === true
    change(chosen, isDelete ? undefined : readStatus(body['newStatus'], 'ReviewsMassUpdate.newStatus'))
    return ok({ updateCount: chosen.length })
  }

  const scopes = ['update_reviews']
  return [
    { method: 'GET', path: '/reviews', scopes: ['read_reviews'], handle: list },
    { method: 'PUT', path: '/reviews/mass_update', scopes, handle: updateMany },
    { method: 'PUT', path: '/reviews/:review', scopes, handle: update },
    { method: 'DELETE', path: '/reviews/:review', scopes, handle: remove },
  ]
}

function choose(body: JsonObject, reviews: readonly StoredReview[]): readonly StoredReview[] {
  switch (body['selectMode']) {
    case 'ALL':
      return reviews
    case 'ALL_FILTERED':
      return findReviews(reviews, filtersInBody(body['currentFilters']))
    case 'SELECTED': {
      const ids = readNumbers(body['reviewIds'], 'ReviewsMassUpdate.reviewIds')
      return reviews.filter(({ id }) => ids.includes(id))
    }
    default:
      throw wrongParameter('Field ReviewsMassUpdate.selectMode is expected to be one of SELECTED, ALL_FILTERED, ALL')
  }
}

function readStatus(value: unknown, path: string): StoredReview['status'] {
  const status = typeof value === 'string' ? value.toLowerCase() : undefined
  if (status === 'published' || status === 'moderated') return status
  throw wrongParameter(`Field ${path} is expected to be one of published, moderated`)
}

function reviewView({ createdAt, updatedAt, ...review }: StoredReview): JsonObject {
  return {
    ...review,
    createDate: formatDate(createdAt),
    updateDate: formatDate(updatedAt),
    createTimestamp: createdAt,
    updateTimestamp: updatedAt,
  }
}

/** What the reviews of a product add up to. */
export function reviewFields(productId: number, reviews: readonly StoredReview[]): JsonObject {
  const own = reviews.filter((review) => review.productId === productId)
  const published = own.filter(({ status }) => status === 'published')
  const sum = published.reduce((total, { rating }) => total + rating, 0)
  return {
    rating: published.length === 0 ? 0 : Math.round((sum / published.length) * 10) / 10,
    reviewsPublished: published.length,
    reviewsModerated: own.length - published.length,
  }
}
