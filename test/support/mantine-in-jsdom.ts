/** What jsdom lacks and Mantine asks for; nothing in jsdom has a size, so nothing is ever told. */
export function giveJsdomSizes(): void {
  const matchMedia = (media: string) => ({
    media,
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  })
  class ResizeObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(window, { matchMedia, ResizeObserver })
}
