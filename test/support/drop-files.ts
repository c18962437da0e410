import type { Locator } from '@playwright/test'

/**
 * Drops real files and folders onto an element, as a person does from the file manager. A synthetic drop event would
 * carry files without paths; the DevTools protocol carries real ones.
 */
export async function dropFiles(target: Locator, paths: string[]): Promise<void> {
  await drop(target, { items: [], files: paths, dragOperationsMask: 1 })
}

/** Drops a link, as one dragged out of a browser or another program. */
export const dropLink = (target: Locator, link: string): Promise<void> => dropParts(target, { 'text/uri-list': link })

/** Drops a marked text of another program. */
export const dropText = (target: Locator, text: string): Promise<void> => dropParts(target, { 'text/plain': text })

/** Drops a piece of a web page, as browsers and other programs give it: one content, in several types. */
export async function dropParts(target: Locator, parts: Record<string, string>): Promise<void> {
  const items = Object.entries(parts).map(([mimeType, data]) => ({ mimeType, data }))
  await drop(target, { items, files: [], dragOperationsMask: 1 })
}

/**
 * Drops a picture out of a browser that comes as bytes: it has no file on this disk, which the DevTools protocol has no way to
 * carry.
 */
export async function dropBytes(target: Locator, name: string, bytes: Uint8Array): Promise<void> {
  await target.evaluate(
    (element, { base64, named }) => {
      const dataTransfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
      dataTransfer.items.add(new File([content], named, { type: 'image/png' }))
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    { base64: Buffer.from(bytes).toString('base64'), named: name },
  )
}

type DragData = { items: { mimeType: string; data: string }[]; files: string[]; dragOperationsMask: number }

async function drop(target: Locator, data: DragData): Promise<void> {
  // Only once it stays where it is, and nothing lies over it: what still loads above it moves it.
  await target.hover({ trial: true })
  const box = await target.boundingBox()
  if (!box) throw new Error('The place to drop on is not on the screen.')
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  const session = await target.page().context().newCDPSession(target.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
