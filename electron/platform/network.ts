type Parts = {
  /** What the OS says. False is certain; true only means that there is some network. */
  hasNetwork: () => boolean
  onChange: (online: boolean) => void
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** Whether the store can be reached: the OS is asked, and the last request's fate counts. */
export function createNetwork({ hasNetwork, onChange, fetch }: Parts) {
  let reached = true
  let told = true

  function tell(): void {
    const online = reached && hasNetwork()
    if (online === told) return
    told = online
    onChange(online)
  }

  return {
    isOnline: (): boolean => told,
    /** Looks at the OS again; call it now and then, and after a wake-up. */
    check: tell,
    /** `fetch` that notes whether anything answered. */
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      try {
        const response = await fetch(url, init)
        reached = true
        return response
      } catch (error) {
        // Our own stop or time limit says nothing about the line.
        if (!init.signal?.aborted) reached = false
        throw error
      } finally {
        tell()
      }
    },
  }
}
