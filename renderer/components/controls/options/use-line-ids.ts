import { useState } from 'react'

let made = 0

/** Names for the lines of a list whose entries have none: they go with the lines that are moved and removed here. */
export function useLineIds(count: number): { ids: string[]; arrange: (order: readonly number[]) => void } {
  const [ids, setIds] = useState<string[]>([])
  const fitting = ids.length === count ? ids : Array.from({ length: count }, (_, at) => ids[at] ?? `line-${made++}`)
  if (fitting !== ids) setIds(fitting)
  return { ids: fitting, arrange: (order) => setIds(order.flatMap((at) => fitting[at] ?? [])) }
}
