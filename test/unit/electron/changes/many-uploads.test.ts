import { expect, it } from 'vitest'
import { isNewTo } from '../../../../electron/changes/pictures'

const addressOf = (host: string, n: number) => `https://${host}/images/1003/${n}.jpg`
const imagesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: String(n), imageOriginalUrl: addressOf('new.example', n) }))
const knownOf = (count: number) => ({ pictureKeys: imagesOf(count).map((_, n) => addressOf('old.example', n)) })

/** The quickest of some runs: a busy machine makes others slower. */
function took(work: () => void): number {
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.min(...runs)
}

it('tells what came since from what was there, on whichever host, and takes as long as there are many', () => {
  const images = [...imagesOf(3), { id: '9', imageOriginalUrl: addressOf('new.example', 9) }]
  expect(isNewTo(images, knownOf(3)).map(({ id }) => id)).toEqual(['9'])
  expect(isNewTo(images, null)).toEqual([])
  const lookThrough = (count: number) => {
    const [shown, known] = [imagesOf(count), knownOf(count)]
    return took(() => void isNewTo(shown, known))
  }
  lookThrough(200)
  expect(lookThrough(2000)).toBeLessThan(lookThrough(200) * 30)
})
