// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { canonicalHtml } from '../../../../../../renderer/features/product/description/canonical-html'
import { cleanPaste } from '../../../../../../renderer/features/product/description/clean-paste'
import { storeHtml } from '../../../../../../renderer/features/product/description/editor-html'
import { readPasted } from '../../../../../../renderer/features/product/description/read-pasted'
import { foreignParts, isRepresentable } from '../../../../../../renderer/features/product/description/representable'
import { safeHtml } from '../../../../../../renderer/features/product/description/safe-html'
import { growth } from '../../../../../support/growth'

const names =
  'nodeName attributes parentNode childNodes firstChild textContent getAttribute hasAttribute removeAttribute getElementById querySelectorAll body documentElement createElement createTreeWalker ownerDocument replaceWith remove style className'.split(
    ' ',
  )

describe.each(names)('an element named %s', (name) => {
  it.each([
    `<form><input name=${name}><p>Before <b>after</b></p></form>`,
    `<img name=${name}><img name=${name}><p>Before <b>after</b></p>`,
    `<form id=${name} name=${name}></form><object id=${name}></object><p>Before <b>after</b></p>`,
  ])('stands in the way of nothing: %s', (html) => {
    expect(safeHtml(html, 'shop')).toContain('<p>Before <b>after</b></p>')
    expect(safeHtml(html, 'shop')).not.toMatch(/<form|<input/)
    expect(isRepresentable(html)).toBe(false)
    expect(foreignParts(html).length).toBeGreaterThan(0)
    expect(canonicalHtml(html)).toContain('Before')
    expect(cleanPaste(html)).toContain('<p>Before <b>after</b></p>')
  })
})

describe('a form', () => {
  it('is named as what keeps a description in the source', () => {
    expect(foreignParts('<form><input name=nodeName></form>')).toContain('a form')
  })
})

describe('the preview loads and opens nothing by', () => {
  it.each([
    String.raw`background:\75rl(https://x.example/p.png)`,
    String.raw`background:u\72 l(https://x.example/p.png)`,
    String.raw`background:\000075\000072\00006c(https://x.example/p.png)`,
    'background:url(https://x.example/p.png)',
    'background:src("https://x.example/p.png")',
    'background:image-set("https://x.example/p.png" 1x)',
    'background:-webkit-image-set("https://x.example/p.png" 1x)',
    'background:-webkit-cross-fade(url(https://x.example/p.png), url(b), 50%)',
    'background:image("https://x.example/p.png")',
  ])('the style %s', (style) => {
    const box = document.createElement('p')
    box.setAttribute('style', style)
    box.textContent = 'x'
    expect(safeHtml(box.outerHTML, 'shop')).toBe('<p>x</p>')
  })

  it('an area of a picture', () => {
    const html =
      '<img src="https://x.example/a.png" usemap="#m"><map name="m"><area href="https://x.example" coords="0,0,9,9"></map>'
    expect(safeHtml(html, 'shop')).toBe('<img src="picture://shop/?kept=https%3A%2F%2Fx.example%2Fa.png">')
    expect(isRepresentable(html)).toBe(false)
  })
})

describe('reading a description takes time in step with its length', () => {
  const readers = {
    safeHtml: (html: string) => safeHtml(html, 'shop'),
    canonicalHtml,
    isRepresentable,
    foreignParts,
    cleanPaste: (html: string) => cleanPaste(html),
    storeHtml: (html: string) => storeHtml('<ul><li><p>x</p></li></ul>', html),
  }
  const pieces = ['<', '<li', '<!--']
  const cases = Object.entries(readers).flatMap(([name, read]) => pieces.map((piece) => ({ name, piece, read })))

  it.each(cases)('$name of many $piece', async ({ piece, read }) => {
    const reading = (length: number) => () => read(piece.repeat(Math.floor(length / piece.length)))
    const [small, large] = [reading(32_000), reading(128_000)]
    // Four times as much in sixteen times the time would be quadratic; what takes no time at all says nothing.
    expect(await growth({ small, large, limit: 10, leastMs: 100 })).toBeLessThan(10)
  })
})

describe('a table that grows when its rows are filled up', () => {
  const corner = (cells: number) => `<table><tr>${'<td>x'.repeat(cells)}${'<tr><td>y'.repeat(cells)}</table>`
  const wide = '<table><tr><td colspan="1000000000">x</td></tr><tr><td>y</td></tr></table>'
  const fromAbove = `<table>${'<tr><td rowspan="500">x</td></tr>'.repeat(500)}</table>`
  const many = corner(40).repeat(20)

  it.each([
    ['a corner', corner(2000)],
    ['a wide cell', wide],
    ['cells from above', fromAbove],
    ['many tables', many],
  ])('%s is edited as source, which is said, and pasted as its words', (_name, html) => {
    expect(isRepresentable(html)).toBe(false)
    expect(foreignParts(html)).toContain('a very large table')
    const pasted = readPasted(html, 'product')
    expect(pasted.html).toMatch(/^(<p>[xy]<\/p>)+$/)
    expect(pasted.notice).toContain('its formatting')
  })

  it('is held as long as it is not larger than a table of a shop', () => {
    const rows = `<tr>${'<td>x</td>'.repeat(10)}</tr>`.repeat(50)
    expect(isRepresentable(`<table>${rows}</table>`)).toBe(true)
    expect(foreignParts(`<table>${rows}</table>`)).toEqual([])
  })
})
