import { expect, it } from 'vitest'
import { withLineEndsOf } from '../../../../electron/shared/line-ends'

it.each([
  ['a text', 'a\r\nb', 'a\nb', 'a\r\nb'],
  ['an old one', 'a\rb', 'a\nb', 'a\rb'],
  ['parts of a value', { 1: 'a\r\nb', 2: 'c' }, { 1: 'a\nb', 2: 'd' }, { 1: 'a\r\nb', 2: 'd' }],
  ['a text that says something else', 'a\r\nb', 'a\nc', 'a\nc'],
  ['one line more', 'a\nb', 'a\n\nb', 'a\n\nb'],
  ['what was not there', null, 'a\nb', 'a\nb'],
  ['a list', ['a\r\nb'], ['a\nb'], ['a\nb']],
])('ends of lines alone are no news of %s', (_, before, after, kept) =>
  expect(withLineEndsOf(before, after)).toEqual(kept),
)
