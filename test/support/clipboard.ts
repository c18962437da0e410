import type { ElectronApplication } from '@playwright/test'

// Electron made its clipboard like the web's between the oldest and the newest version this runs on.

/** Copies as a page or an office program does. */
export async function copyHtml(app: ElectronApplication, html: string, text: string): Promise<void> {
  await app.evaluate(
    async ({ clipboard, ...electron }, copied) => {
      if ('writeImage' in clipboard) await clipboard.write(copied as never)
      else {
        const parts = { 'text/html': new Blob([copied.html]), 'text/plain': new Blob([copied.text]) }
        await (clipboard as Electron.Clipboard).write([new electron.ClipboardItem(parts)])
      }
    },
    { html, text },
  )
}

/** Copies a picture without any text, as a screenshot or another program's "Copy picture" does. */
export async function copyPicture(app: ElectronApplication, png: Buffer): Promise<void> {
  await app.evaluate(async ({ clipboard, nativeImage, ...electron }, base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const old = clipboard as unknown as { writeImage?: (image: Electron.NativeImage) => void }
    if (old.writeImage) old.writeImage(nativeImage.createFromBuffer(bytes))
    else await clipboard.write([new electron.ClipboardItem({ 'image/png': new Blob([bytes]) })])
  }, png.toString('base64'))
}

export async function copyText(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
}
