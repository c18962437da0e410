import { formBox, htmlFragment } from './html-fragment'

const running = [
  'script',
  formBox,
  'input',
  'button',
  'textarea',
  'select',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
]

/** What a preview does not show as the shop does, in words. */
export function previewNotes(html: string): string {
  const fragment = htmlFragment(html)
  const has = (...selectors: string[]) => fragment.querySelector(selectors.join(', ')) !== null
  return [
    'Your shop shows it in its own design.',
    has('style', 'link') ? 'Style sheets in it are left out here.' : '',
    has(...running) ? 'Scripts, forms and films in it are left out here.' : '',
    has('a[href]:not([href^="https://"])') ? 'Links that do not begin with https:// open nothing here.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
