import { expect, it } from 'vitest'
import { isNewTo } from '../../../../electron/changes/pictures'
import { growth } from '../../../support/growth'

const addressOf = (host: string, n: number) => `https://${host}/images/1003/${n}.jpg`
const imagesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: String(n), imageOriginalUrl: addressOf('new.example', n) }))
const knownOf = (count: number) => ({ pictureKeys: imagesOf(count).map((_, n) => addressOf('old.example', n)) })

it('tells what came since from what was there, on whichever host, and takes as long as there are many', async () => {
  const images = [...imagesOf(3), { id: '9', imageOriginalUrl: addressOf('new.example', 9) }]
  expect(isNewTo(images, knownOf(3)).map(({ id }) => id)).toEqual(['9'])
  expect(isNewTo(images, null)).toEqual([])
  const lookThrough = (count: number) => {
    const [shown, known] = [imagesOf(count), knownOf(count)]
    return () => void isNewTo(shown, known)
  }
  // Ten times as many: the square would take a hundred times as long.
  const [small, large] = [lookThrough(400), lookThrough(4000)]
  expect(await growth({ small, large, limit: 30, rounds: 5 })).toBeLessThan(30)
})
