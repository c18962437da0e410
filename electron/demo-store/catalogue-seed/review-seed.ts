import type { StoredReview } from '../stored-catalogue'
import { firstProductId } from './build-product'

const day = 86_400

/** A few reviews of the first products, the newest not yet published. */
export function seedReviews(newest: number, products: number): StoredReview[] {
  const review = (at: number, rating: number, name: string, text: string): StoredReview => ({
    id: 910000001 + at,
    status: at === 0 ? 'moderated' : 'published',
    customerId: 920000001 + at,
    productId: firstProductId + (at % 2),
    orderId: `HG${100 + at}`,
    rating,
    review: text,
    reviewerInfo: { name, email: `reader${at}@example.test`, city: 'Hamburg', orders: at + 1 },
    createdAt: newest - at * day,
    updatedAt: newest - at * day,
  })
  if (products < 2) return []
  return [
    review(0, 2, 'Kim', 'The glaze has a small crack.'),
    review(1, 5, 'Robin', 'Exactly the blue of the picture.'),
    review(2, 4, 'Alex', 'A good mug for a long morning.'),
    review(3, 5, 'Sam', 'Bought it twice.'),
  ]
}
