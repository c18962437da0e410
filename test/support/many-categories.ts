import type { Category } from '../../electron/shared/store'

export const levels = 10

/** So many categories below one at the top, ten levels deep. `reads`: how often the place of one was asked. */
export function manyCategories(count: number) {
  const perLevel = Math.ceil((count - 1) / (levels - 1))
  let reads = 0
  const categories = Array.from({ length: count }, (_, at): Category => {
    const parentId = at === 0 ? 0 : at <= perLevel ? 1 : at + 1 - perLevel
    return {
      id: at + 1,
      get parentId() {
        reads += 1
        return parentId
      },
      name: `Category ${at + 1}`,
      enabled: true,
      orderBy: (at + 1) * 10,
    }
  })
  return { categories, reads: () => reads }
}

/** How many reads more it is with twice as many of them: 2 where each has its share. */
export function growth(work: (categories: readonly Category[]) => void): number {
  const [some, double] = [2500, 5000].map((count) => {
    const { categories, reads } = manyCategories(count)
    work(categories)
    return reads()
  })
  return (double ?? 0) / Math.max(some ?? 0, 1)
}
