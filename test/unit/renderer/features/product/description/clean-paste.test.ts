// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { throughEditor } from '../../../../../../renderer/features/product/description/editor-extensions'
import { storeHtml } from '../../../../../../renderer/features/product/description/editor-html'
import { readPasted } from '../../../../../../renderer/features/product/description/read-pasted'

const pasted = (html: string) => storeHtml(throughEditor(readPasted(html, 'product').html), '')

describe('what is pasted', () => {
  it('from Word keeps its words, emphasis and lists, and nothing else', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
      <style><!-- p.MsoNormal { mso-style-parent:""; margin:0cm } --></style></head><body lang=EN-GB>
      <!--StartFragment--><p class=MsoNormal><b><span style='font-size:14.0pt;color:red'>Stoneware</span></b><span> mug<o:p></o:p></span></p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Dishwasher safe<o:p></o:p></p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Oven safe</p>
      <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Unpack</p>
      <!--EndFragment--></body></html>`
    expect(pasted(word)).toBe(
      '<p><strong>Stoneware</strong> mug</p><ul><li>Dishwasher safe</li><li>Oven safe</li></ul><ol><li>Unpack</li></ol>',
    )
  })

  it('loses bullets that are only letters', () => {
    const html = '<p class="MsoListParagraph">§&nbsp; One</p><p class="MsoListParagraph">§&nbsp; Two</p>'
    expect(pasted(html)).toBe('<ul><li>One</li><li>Two</li></ul>')
  })

  it('from a page keeps headings and links, not colours and scripts', () => {
    const html = '<h2 style="color:red">Care</h2><script>x()</script><p>See <a href="https://example.com">here</a></p>'
    expect(pasted(html)).toBe('<h2>Care</h2><p>See <a href="https://example.com">here</a></p>')
  })

  it('keeps pictures of the web, and no others', () => {
    const html =
      '<p><img src="https://example.com/a.png">A<img src="file:///c:/a.png">B<img src="data:image/png;base64,AA">C</p>'
    expect(pasted(html)).toBe('<p><img src="https://example.com/a.png">A B C</p>')
  })

  it('keeps an empty line of ordinary HTML', () => {
    expect(pasted('<p>One</p><p></p><p>Two</p>')).toBe('<p>One</p><p></p><p>Two</p>')
  })
})
