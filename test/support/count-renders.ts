/** What React keeps of a component on the screen, as far as it is read here. */
type Fiber = {
  flags: number
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
  memoizedProps: unknown
  memoizedState: unknown
}

const performedWork = 1
let renders = 0
let onCommit = () => {}

/**
 * Counts the components that React draws anew, by the hook that its developer tools use. Load this before anything that
 * loads React.
 */
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    checkDCE: () => {},
    onCommitFiberUnmount: () => {},
    onCommitFiberRoot: (_renderer: number, { current }: { current: Fiber }) => {
      count(current)
      onCommit()
    },
  },
})

/** Components drawn by `act`. */
export async function rendersOf(act: () => Promise<void> | void): Promise<number> {
  renders = 0
  await act()
  return renders
}

/** What `look` saw each time that something was put on the screen by `act`. */
export async function seenAtEachDraw<Seen>(look: () => Seen, act: () => Promise<void> | void): Promise<Seen[]> {
  const seen: Seen[] = []
  onCommit = () => void seen.push(look())
  await act()
  onCommit = () => {}
  return seen
}

/** A part that nothing reached is the very same object as before, with the flags of an earlier time. */
function count(fiber: Fiber): void {
  const before = fiber.alternate
  const isDrawn = (fiber.flags & performedWork) !== 0
  const isNew = before === null
  if (
    isDrawn &&
    (isNew || before.memoizedProps !== fiber.memoizedProps || before.memoizedState !== fiber.memoizedState)
  ) {
    renders += 1
  }
  if (!isNew && before.child === fiber.child) return
  for (let child = fiber.child; child; child = child.sibling) count(child)
}
