import createDOMPurify from 'dompurify'
import { keptPictureSrc, pictureSrc } from '../../../../electron/shared/picture-src'
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

/** Somebody's HTML, fit to be shown: no scripts, no forms, and no pictures but those that are kept here or, where a person asks for it, loaded by main. */
export function safeHtml(html: string, connectionId: string, isLoading = false): string {
  const srcOf = isLoading ? pictureSrc : keptPictureSrc
  const purify = createDOMPurify(window)
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.nodeName === 'IMG') showThroughMain(element, (url) => srcOf(connectionId, url))
    if (loadingStyle.test(element.getAttribute('style') ?? '')) element.removeAttribute('style')
  })
  return purify.sanitize(htmlFragment(html), {
    FORBID_TAGS: forbiddenTags,
    FORBID_ATTR: forbiddenAttributes,
    SANITIZE_NAMED_PROPS: true,
  })
}

/** Pictures come through main's caching protocol; what is no web address is not shown. */
function showThroughMain(image: Element, srcOf: (url: string) => string): void {
  const address = shownAddress(image.getAttribute('src') ?? '', srcOf)
  if (address === null) image.removeAttribute('src')
  else image.setAttribute('src', address)
}
