import { describe, expect, it } from 'vitest'
import { createLimiter, type LimiterOptions, type Priority } from '../../../../electron/ecwid/limiter'
import { createHandClock, settle } from './hand-clock'

function setUp(options: LimiterOptions = {}) {
  const clock = createHandClock()
  const limiter = createLimiter({ ...options, now: clock.now, after: clock.after })
  const started: string[] = []
  const quick = (name: string, priority: Priority = 'pull', signal?: AbortSignal) =>
    limiter.run(priority, () => Promise.resolve(started.push(name)), signal)
  return { clock, limiter, started, quick }
}

/** A task that ends when told to. */
function held(limiter: ReturnType<typeof createLimiter>, priority: Priority) {
  let end = () => {}
  let running = false
  void limiter.run(priority, () => {
    running = true
    return new Promise<void>((resolve) => (end = resolve))
  })
  return { isRunning: () => running, end: () => end() }
}

describe('limiter', () => {
  it('never lets more than 600 requests through in any minute', async () => {
    const { clock, quick } = setUp()
    const times: number[] = []
    for (let index = 0; index < 2000; index += 1) void quick(`${index}`).then(() => times.push(clock.now()))
    await settle()
    await clock.advance(240_000)

    expect(times).toHaveLength(2000)
    const busiest = Math.max(
      ...times.map((from) => times.filter((time) => time >= from && time < from + 60_000).length),
    )
    expect(busiest).toBeLessThanOrEqual(600)
    expect(busiest).toBeGreaterThanOrEqual(585)
  })

  it('leaves some of each minute to the person, however long an upload is', async () => {
    const { clock, started, quick } = setUp()
    for (let index = 0; index < 2000; index += 1) void quick(`${index}`, 'picture')
    // The burst of the beginning has used up the end of this minute.
    await clock.advance(59_500)
    const before = started.length
    for (const name of ['a', 'b', 'c']) void quick(name, 'person')
    await clock.advance(400)
    expect(started.slice(before)).toEqual(['a', 'b', 'c'])
  })

  it('goes on at once when the clock of the computer is set back', async () => {
    const clock = createHandClock()
    let setBack = 0
    const limiter = createLimiter({ now: () => clock.now() - setBack, after: clock.after })
    let started = 0
    const start = () => void limiter.run('picture', () => Promise.resolve(started++))
    for (let index = 0; index < 2000; index += 1) start()
    await settle()
    await clock.advance(59_500)
    expect(started).toBeGreaterThan(580)
    const before = started
    setBack = 3_600_000
    await clock.advance(10_000)
    expect(started - before).toBeGreaterThan(50)
  })

  it('pauses no longer than the store asked when the clock is set back meanwhile', async () => {
    const clock = createHandClock()
    let setBack = 0
    const limiter = createLimiter({ now: () => clock.now() - setBack, after: clock.after })
    let started = 0
    limiter.pause(clock.now() + 20_000)
    void limiter.run('push', () => Promise.resolve(started++))
    await clock.advance(5_000)
    setBack = 24 * 3_600_000
    void limiter.run('push', () => Promise.resolve(started++))
    await clock.advance(14_000)
    expect(started).toBe(0)
    await clock.advance(6_000)
    expect(started).toBe(1)
  })

  it('lets the most urgent waiting request go first', async () => {
    const { clock, started, quick } = setUp({ burst: 1, perMinute: 60 })
    void quick('first', 'pull')
    void quick('pull', 'pull')
    void quick('picture', 'picture')
    void quick('push', 'push')
    void quick('person', 'person')
    await clock.advance(10_000)
    expect(started).toEqual(['first', 'person', 'push', 'picture', 'pull'])
  })

  it('keeps the order of requests of one kind', async () => {
    const { clock, started, quick } = setUp({ burst: 1, perMinute: 60 })
    for (const name of ['a', 'b', 'c']) void quick(name)
    await clock.advance(5_000)
    expect(started).toEqual(['a', 'b', 'c'])
  })

  it('runs no more at once than allowed, and keeps a place for the person', async () => {
    const { limiter } = setUp({ concurrency: 3 })
    const uploads = [1, 2, 3].map(() => held(limiter, 'picture'))
    const person = held(limiter, 'person')
    await settle()
    expect(uploads.map((upload) => upload.isRunning())).toEqual([true, true, false])
    expect(person.isRunning()).toBe(true)

    person.end()
    uploads[0]?.end()
    await settle()
    expect(uploads[2]?.isRunning()).toBe(true)
  })

  it('starts nothing before the time the store asked to wait for', async () => {
    const { clock, limiter, started, quick } = setUp()
    const until = clock.now() + 12_000
    limiter.pause(until)
    void quick('late', 'person')
    await clock.advance(11_999)
    expect(started).toEqual([])
    expect(limiter.pausedUntil).toBe(until)
    await clock.advance(1)
    expect(started).toEqual(['late'])
    expect(limiter.pausedUntil).toBeNull()
  })

  it('does not shorten a pause', async () => {
    const { clock, limiter, started, quick } = setUp()
    limiter.pause(clock.now() + 10_000)
    limiter.pause(clock.now() + 1_000)
    void quick('late')
    await clock.advance(9_999)
    expect(started).toEqual([])
  })

  it('goes on slowly after a pause and then at full speed', async () => {
    const { clock, limiter, started, quick } = setUp({ perMinute: 600, burst: 20 })
    limiter.pause(clock.now() + 5_000)
    for (let index = 0; index < 1000; index += 1) void quick(`${index}`)
    await clock.advance(5_000)
    const counts: number[] = []
    for (let second = 0; second < 40; second += 1) {
      const before = started.length
      await clock.advance(1_000)
      counts.push(started.length - before)
    }
    const fastest = (from: number, to: number) => Math.max(...counts.slice(from, to))
    expect(fastest(0, 9)).toBeLessThanOrEqual(3)
    expect(fastest(11, 29)).toBeLessThanOrEqual(6)
    expect(fastest(32, 40)).toBeGreaterThanOrEqual(9)
  })

  it('tells when a pause begins and when it ends, also with nothing waiting', async () => {
    const { clock, limiter } = setUp()
    const told: (number | null)[] = []
    const stop = limiter.onChange(() => told.push(limiter.pausedUntil))
    const until = clock.now() + 3_000
    limiter.pause(until)
    await clock.advance(3_000)
    expect(told).toEqual([until, null])

    stop()
    limiter.pause(clock.now() + 3_000)
    expect(told).toHaveLength(2)
  })

  it('drops a waiting request that is stopped, without using up its turn', async () => {
    const { clock, started, quick } = setUp({ burst: 1, perMinute: 60 })
    void quick('first')
    const stop = new AbortController()
    const stopped = quick('stopped', 'push', stop.signal)
    void quick('after')
    stop.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    await clock.advance(1_000)
    expect(started).toEqual(['first', 'after'])
  })

  it('does not start a request that was stopped before it was asked for', async () => {
    const { started, quick } = setUp()
    await expect(quick('never', 'push', AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
    expect(started).toEqual([])
  })

  it('gives the place of a failed request to the next one', async () => {
    const { limiter, quick } = setUp({ concurrency: 2 })
    await expect(limiter.run('pull', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(quick('next')).resolves.toBe(1)
  })
})
