import createDOMPurify from 'dompurify'
import { htmlFragment } from './html-fragment'
import { shownAddress } from './shown-address'

const forbiddenTags =
  'style form input button textarea select option link meta base audio video source track picture svg math map area'.split(
    ' ',
  )
const forbiddenAttributes = [
  'srcset',
  'background',
  'poster',
  'ping',
  'usemap',
  'autofocus',
  'tabindex',
  'contenteditable',
]

/** What in a style loads something. No escapes: they can spell any of it (`\75rl(`). */
const loadingStyle = /\\|(?:url|src|image|image-set|cross-fade|element|expression)\s*\(|@import|binding|behavior/i

/** Somebody's HTML, fit to be shown: no scripts, no forms, and nothing that the window would load from the network. */
export function safeHtml(html: string, connectionId: string): string {
  const purify = createDOMPurify(window)
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.nodeName === 'IMG') showThroughMain(element, connectionId)
    if (loadingStyle.test(element.getAttribute('style') ?? '')) element.removeAttribute('style')
  })
  return purify.sanitize(htmlFragment(html), {
    FORBID_TAGS: forbiddenTags,
    FORBID_ATTR: forbiddenAttributes,
    SANITIZE_NAMED_PROPS: true,
  })
}

/** Pictures come through main's caching protocol; what is no web address is not shown. */
function showThroughMain(image: Element, connectionId: string): void {
  const address = shownAddress(image.getAttribute('src') ?? '', connectionId)
  if (address === null) image.removeAttribute('src')
  else image.setAttribute('src', address)
}
