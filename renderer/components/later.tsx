import { lazy, Suspense, useState, type ComponentType } from 'react'

type Screen<Props> = ComponentType<Props> & { read: () => Promise<unknown> }

/**
 * A screen whose code is read when it is first shown, or before by `read`. What was read is drawn at once: React would leave a frame
 * or more empty even then, as it looks into a promise later.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Screen<Props> {
  let known: ComponentType<Props> | null = null
  const read = async () => ({ default: (known ??= await load()) })
  const Unread = lazy(read)

  function Later(props: Props) {
    // Kept while it is shown: another component in its place would begin anew.
    const [Shown] = useState<ComponentType<Props>>(() => known ?? (Unread as ComponentType<Props>))
    return (
      <Suspense fallback={null}>
        <Shown {...props} />
      </Suspense>
    )
  }
  return Object.assign(Later, { read })
}

/** Reads one screen after the other while nobody waits. Returns what ends it. */
export function readWhileIdle(screens: { read: () => Promise<unknown> }[]): () => void {
  let waiting = 0
  function readFrom(at: number): void {
    const screen = screens[at]
    if (screen) waiting = requestIdleCallback(() => void screen.read().then(() => readFrom(at + 1)))
  }
  readFrom(0)
  return () => cancelIdleCallback(waiting)
}
