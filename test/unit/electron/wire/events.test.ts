import { describe, expect, it } from 'vitest'
import { createEvents } from '../../../../electron/wire/events'
import type { EventName, Events } from '../../../../electron/shared/contract'
import type { PictureJob } from '../../../../electron/shared/picture-job'
import { aPictureJob } from '../../../support/a-picture-job'

// Of a store only its name is asked.
const aStore = { connectionId: 'a' } as Events['stores.changed']

function setUp() {
  const sent: [EventName, unknown][] = []
  const due: (() => void)[] = []
  const emit = createEvents(
    (name, payload) => sent.push([name, payload]),
    (_ms, run) => due.push(run),
  )
  return { sent, emit, pass: () => due.splice(0).forEach((run) => run()) }
}

describe('events to the window', () => {
  it('draws several states of one upload together into the newest', () => {
    const { sent, emit, pass } = setUp()
    for (const found of [1, 2, 3])
      emit('pictureJobs.changed', aPictureJob({ scan: { found, checked: 0, skipped: 0, bytes: 0 } }))
    pass()
    expect(sent.map(([, job]) => (job as PictureJob).scan.found)).toEqual([1, 3])
  })

  it('keeps two uploads of one store apart, so that the end of neither is lost', () => {
    const { sent, emit, pass } = setUp()
    emit('pictureJobs.changed', aPictureJob({ id: 1, state: 'uploading' }))
    emit('pictureJobs.changed', aPictureJob({ id: 1, state: 'done' }))
    emit('pictureJobs.changed', aPictureJob({ id: 2, state: 'uploading' }))
    emit('pictureJobs.changed', aPictureJob({ id: 2, state: 'done' }))
    pass()
    const ends = sent.map(([, job]) => job as PictureJob).filter(({ state }) => state === 'done')
    expect(ends.map(({ id }) => id)).toEqual([1, 2])
  })

  it('makes what costs something when it is sent, once for all that is drawn together', () => {
    const { sent, emit, pass } = setUp()
    let made = 0
    const change = (productIds: number[] | null) =>
      emit('catalogue.changed', {
        connectionId: 'a',
        productIds,
        asSent: (drawn) => ({ connectionId: 'a', revision: (made += 1), productCount: 60, productIds: drawn }),
      })
    change([1])
    for (const id of [2, 3, 2]) change([id])
    expect(made).toBe(1)
    pass()
    change(null)
    change([4])
    pass()
    expect(sent.map(([, news]) => (news as Events['catalogue.changed']).productIds)).toEqual([[1], [2, 3], null])
    expect(made).toBe(3)
  })

  it('sends nothing of what is closed by then', () => {
    const { sent, emit, pass } = setUp()
    let isOpen = true
    const change = () => emit('stores.changed', { connectionId: 'a', asSent: () => (isOpen ? aStore : null) })
    change()
    change()
    isOpen = false
    pass()
    expect(sent).toEqual([['stores.changed', aStore]])
    isOpen = true
    pass()
    change()
    expect(sent).toHaveLength(2)
  })
})
