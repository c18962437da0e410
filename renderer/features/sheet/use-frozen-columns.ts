import { useElementSize } from '@mantine/hooks'

/** What scrolls has at least so much room. */
const leastScrolled = 240

/** So many columns from the left as stay in sight and leave the others room. */
export function useFrozenColumns(headers: readonly { width: number }[], wanted: number) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  return { ref, frozen: width === 0 ? 1 : Math.max(1, Math.min(wanted, fitting(headers, width - leastScrolled))) }
}

/** How many of them have room side by side. */
function fitting(headers: readonly { width: number }[], room: number): number {
  let used = 0
  const first = headers.findIndex((header) => (used += header.width) > room)
  return first < 0 ? headers.length : first
}
