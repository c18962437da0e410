const neverTells = { addEventListener: () => {}, removeEventListener: () => {} }

/** What jsdom lacks and Mantine asks for; nothing in jsdom has a size, so nothing is ever told. */
export function giveJsdomSizes(): void {
  const matchMedia = (media: string) => ({ media, matches: false, ...neverTells })
  class Observer {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(window, { matchMedia, ResizeObserver: Observer, IntersectionObserver: Observer })
  Object.assign(document, { fonts: neverTells })
  Object.assign(Element.prototype, { scrollTo: () => {}, scrollIntoView: () => {} })
}
