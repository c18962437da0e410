// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { isPlainTextPlace, isTextPlace } from '../../../../renderer/stores/text-place'

it('a dropped text is left to whatever holds text and can be written in', () => {
  document.body.innerHTML = `
    <input id="a"><textarea id="b"></textarea><div contenteditable="true"><p id="c">x</p></div><p id="d">x</p>
    <input id="e" type="checkbox"><input id="f" readonly><textarea id="g" disabled></textarea>`
  const of = (is: (target: EventTarget | null) => boolean) =>
    [...'abcdefg'].filter((id) => is(document.querySelector(`#${id}`))).join('')
  expect(of(isTextPlace)).toBe('abc')
  expect(of(isPlainTextPlace)).toBe('ab')
})
