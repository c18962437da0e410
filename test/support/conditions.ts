/** Waiting for what news bring about: each piece of news looks again. */
export function createConditions() {
  const listeners = new Set<() => void>()
  return {
    listeners,
    tell: (): void => listeners.forEach((listener) => listener()),
    until: (isReached: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const check = () => {
          if (!isReached()) return
          listeners.delete(check)
          resolve()
        }
        listeners.add(check)
        check()
      }),
  }
}
