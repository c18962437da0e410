// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { previewNotes } from '../../../../../../renderer/features/product/description/preview-notes'

const look = 'Your shop shows it in its own design.'
const style = 'Style sheets in it are left out here.'
const running = 'Scripts, forms and films in it are left out here.'
const links = 'Links that do not begin with https:// open nothing here.'

it.each([
  ['a plain text', '<section><p style="color: red">Told</p><a href="https://a.example">More</a></section>', [look]],
  ['a style sheet', '<style>p { color: red }</style><p>Told</p>', [look, style]],
  ['a style sheet by its address', '<link rel="stylesheet" href="https://a.example/a.css">', [look, style]],
  ['a film', '<iframe src="https://a.example"></iframe>', [look, running]],
  ['a form and a script', '<form><input></form><script>1</script>', [look, running]],
  ['links within the shop, the page and to a mailbox', '<a href="/cart">1</a><a href="#top">2</a>', [look, links]],
  ['all of it', '<style></style><video></video><a href="mailto:a@b.example">3</a>', [look, style, running, links]],
])('the preview of %s says what it does not show', (_, html, notes) => {
  expect(previewNotes(html)).toBe(notes.join(' '))
})
