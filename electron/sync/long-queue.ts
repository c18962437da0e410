/** From so many changes on, sending takes long enough to go and do something else. */
const longFrom = 20

/** Tells when a long queue has run empty: how many changes went, and how many need their owner. */
export function createLongQueue(onEnd: (sentence: string) => void) {
  let longest = 0
  return {
    note({ open, needOwner }: { open: number; needOwner: number }): void {
      longest = Math.max(longest, open)
      if (open > 0) return
      if (longest >= longFrom) onEnd(sentence(longest, needOwner))
      longest = 0
    },
  }
}

function sentence(sent: number, needOwner: number): string {
  if (needOwner === 0) return `All changes are in the store, ${sent} of them just now.`
  const some = needOwner === 1 ? 'One change needs' : `${needOwner} changes need`
  return `The queue has been sent. ${some} a look: the Changes screen says why.`
}
