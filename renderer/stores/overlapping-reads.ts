/**
 * Reads of one thing that overlap, as every change asks for one: each answer is news until one that was asked for later is shown. Waiting
 * for the last one would show the thing as it was for as long as changes keep coming.
 */
export function createOverlappingReads() {
  let asked = 0
  let shown = 0
  return {
    /** What was asked for until now is no news any more. */
    startOver: () => void (shown = asked + 1),
    /** `isNews`: whether the answer is still to be shown, asked once it is there. `isLast`: whether no other was asked for since. */
    begin() {
      const own = (asked += 1)
      return {
        isNews(): boolean {
          if (own < shown) return false
          shown = own
          return true
        },
        isLast: (): boolean => own === asked,
      }
    },
  }
}
