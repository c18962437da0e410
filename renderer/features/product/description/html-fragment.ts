/**
 * Somebody's HTML as nodes that are safe to walk. A document and a form let names in the HTML take the place of their own
 * properties (`<input name=nodeName>`, `<img name=body>`); a fragment does not, and each form becomes an element that does not.
 */
export function htmlFragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const form of template.content.querySelectorAll('form')) {
    const box = document.createElement(formBox)
    const inside = document.createRange()
    inside.selectNodeContents(form)
    box.append(inside.extractContents())
    Element.prototype.replaceWith.call(form, box)
  }
  return template.content
}

/** What stands for a form. No editor holds it, so a description with one is edited as source. */
export const formBox = 'inert-form'

export function htmlOf(fragment: DocumentFragment): string {
  const box = document.createElement('template')
  box.content.append(fragment)
  return box.innerHTML
}
