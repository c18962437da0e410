import { expect, it } from 'vitest'
import { choicesFor, withChoice } from '../../../../../renderer/features/sheet/cell-choices'

const categories = ['Cups', 'Lamps > New', 'Teapots']

it('what is typed into a cell finds choices by any of their words, of several the last one', () => {
  expect(choicesFor(categories, '')).toEqual(categories)
  expect(choicesFor(categories, 'new LAMP')).toEqual(['Lamps > New'])
  expect(choicesFor(categories, 'Cups; tea')).toEqual(['Teapots'])
})

it('a choice takes the place of what was typed of it, and of nothing before it', () => {
  expect(withChoice('te', 'Teapots')).toBe('Teapots')
  expect(withChoice('Cups;te', 'Teapots')).toBe('Cups; Teapots')
})
