// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { safeHtml } from '../../../../../../renderer/features/product/description/safe-html'

const safe = (html: string) => safeHtml(html, 'shop')

describe('the preview of a description', () => {
  it('runs nothing', () => {
    const html =
      '<script>alert(1)</script><img src="x" onerror="alert(1)"><a href="javascript:alert(1)">a</a><iframe src="https://x.example"></iframe><svg onload="alert(1)"></svg><form action="https://x.example"><input></form>'
    const shown = safe(html)
    expect(shown).not.toMatch(/script|onerror|iframe|svg|form|input|onload/i)
  })

  it('has pictures loaded by main where a person asks for them', () => {
    expect(safeHtml('<img src="https://cdn.example/a.png">', 'shop', true)).toBe(
      '<img src="picture://shop/?source=https%3A%2F%2Fcdn.example%2Fa.png">',
    )
  })

  it('shows nothing but pictures, and those from the copies of main', () => {
    expect(safe('<img src="https://cdn.example/a b.png" alt="Mug" srcset="https://cdn.example/b.png 2x">')).toBe(
      '<img src="picture://shop/?kept=https%3A%2F%2Fcdn.example%2Fa%2520b.png" alt="Mug">',
    )
    expect(safe('<img src="//cdn.example/a.png">')).toContain('https%3A%2F%2Fcdn.example%2Fa.png')
    expect(safe('<img src="data:image/png;base64,AAAA">')).toBe('<img>')
    expect(safe('<img src="picture://other-shop/?source=x">')).toBe('<img>')
    expect(safe('<p style="background:url(https://x.example/p.png)">x</p>')).toBe('<p>x</p>')
    expect(safe('<style>@import "https://x.example/a.css"</style><p>x</p>')).toBe('<p>x</p>')
    expect(safe('<video src="https://x.example/a.mp4" poster="https://x.example/a.png"></video>')).toBe('')
    expect(safe('<table background="https://x.example/a.png"><tbody><tr><td>1</td></tr></tbody></table>')).toBe(
      '<table><tbody><tr><td>1</td></tr></tbody></table>',
    )
  })

  it('shows formatting that the editor cannot hold', () => {
    const html = '<table><tbody><tr><td style="color: red">1</td></tr></tbody></table><p><span>x</span></p>'
    expect(safe(html)).toBe(html)
  })
})
