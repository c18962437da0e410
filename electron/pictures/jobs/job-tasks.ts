type Task = { control: AbortController; ended: Promise<void> }

type Parts = {
  work: (jobId: number, signal: AbortSignal) => Promise<void>
  onFailed: (jobId: number, error: unknown) => void
  onEnded: (jobId: number) => void
}

/** One task for each job at a time: a new one ends the one before. */
export function createJobTasks({ work, onFailed, onEnded }: Parts) {
  const tasks = new Map<number, Task>()
  let isStopped = false

  function run(jobId: number): void {
    if (isStopped) return
    const before = tasks.get(jobId)
    const control = new AbortController()
    const task = { control, ended: Promise.resolve() }
    task.ended = (async () => {
      if (before) {
        before.control.abort()
        await before.ended
      }
      try {
        await work(jobId, control.signal)
      } catch (error) {
        if (!control.signal.aborted) onFailed(jobId, error)
      } finally {
        if (tasks.get(jobId) === task) tasks.delete(jobId)
        if (!isStopped) onEnded(jobId)
      }
    })()
    tasks.set(jobId, task)
  }

  async function stop(jobId: number): Promise<void> {
    const task = tasks.get(jobId)
    task?.control.abort()
    await task?.ended
  }

  return {
    run,
    stop,
    has: (jobId: number): boolean => tasks.has(jobId),
    async stopAll(): Promise<void> {
      isStopped = true
      await Promise.all([...tasks.keys()].map(stop))
    },
  }
}
