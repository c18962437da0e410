import type { Page } from '@playwright/test'

/** Texts on screen that are drawn smaller than 12 px, one line each; what is typed or sent by a shop keeps its own sizes. */
export function smallTexts(page: Page, within = 'html'): Promise<string[]> {
  return page.evaluate((part) => {
    const root = document.querySelector(part)
    if (!root) return [`There is no ${part}.`]
    const found: string[] = []
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      const text = texts.currentNode.textContent?.trim() ?? ''
      if (!element || text === '' || !element.checkVisibility() || element.closest('[contenteditable], style')) continue
      const size = parseFloat(getComputedStyle(element).fontSize)
      if (size < 12) found.push(`${size} px: ${text.slice(0, 80)}`)
    }
    return found
  }, within)
}
