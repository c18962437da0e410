/** What the frame of a preview may do, beside what the window itself may not: show styles, and the window's copies of pictures. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src picture:; font-src 'self'; base-uri 'none'; form-action 'none'"

const look = `
  html { color: var(--mantine-color-text); background: var(--mantine-color-body); }
  body { display: flow-root; margin: 0; padding: 12px 16px; font: 14px/1.55 var(--mantine-font-family); overflow-wrap: anywhere; }
  body > :first-child { margin-top: 0; }
  body > :last-child { margin-bottom: 0; }
  h1, h2, h3, h4, h5, h6 { line-height: 1.3; font-weight: 600; }
  a { color: var(--mantine-color-anchor); }
  :focus-visible { outline: 2px solid var(--stock-focus); outline-offset: 2px; }
  img { max-width: 100%; height: auto; }
  img[data-missing] { box-sizing: border-box; min-width: 96px; min-height: 64px; padding: 8px; border: 1px dashed var(--mantine-color-dimmed); }
  blockquote { margin-inline: 0; padding-inline-start: 16px; border-inline-start: 3px solid var(--stock-border); }
  table { border-collapse: collapse; }
  th, td { padding: 4px 8px; vertical-align: top; border: 1px solid var(--stock-border); text-align: start; }
  pre { white-space: pre-wrap; }
  ::-webkit-scrollbar { width: 10px; height: 10px; }
  ::-webkit-scrollbar-thumb { border: 2px solid transparent; border-radius: 5px; background: var(--stock-scrollbar); background-clip: padding-box; }
  ::-webkit-scrollbar-corner { background: transparent; }
`

/** The page of the frame before a description is put into it. It is alike for all, so that typing never loads it again. */
export const previewPage = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${look}</style></head><body></body></html>`

const colours = [...previewPage.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? '')

/** The window's typefaces, at addresses that hold in the page too. */
function typefaces(): string[] {
  return [...document.styleSheets].flatMap(({ cssRules, href }) =>
    [...cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const absolute = (_: string, address: string) => `url("${new URL(address, href ?? document.baseURI).href}")`
      return [rule.cssText.replace(/url\("?([^")]+)"?\)/g, absolute)]
    }),
  )
}

/** Gives the page the typefaces of the window. */
export function lendTypefaces(page: Document): void {
  const style = page.createElement('style')
  style.textContent = typefaces().join('\n')
  page.head.append(style)
}

/** Gives the page the colours that the window has now. */
export function dressAsTheWindow(page: Document): void {
  const { documentElement: root } = page
  const window = getComputedStyle(document.documentElement)
  root.style.colorScheme = window.colorScheme
  for (const name of new Set(colours)) root.style.setProperty(name, window.getPropertyValue(name))
}
