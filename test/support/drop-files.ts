import type { Locator } from '@playwright/test'

/**
 * Drops real files and folders onto an element, as a person does from the file manager. A synthetic drop event would
 * carry files without paths; the DevTools protocol carries real ones.
 */
export async function dropFiles(target: Locator, paths: string[]): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('The place to drop on is not on the screen.')
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  const session = await target.page().context().newCDPSession(target.page())
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
