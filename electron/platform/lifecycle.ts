import { app, type BrowserWindow } from 'electron'

/** A dead line must not keep the app from ending. */
const patienceMs = 3_000

/** A second start brings the window forward; the last window closed ends the app, after `close` had its time. */
export function keepOneInstance(window: BrowserWindow, close: () => Promise<void>): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())

  let closing = false
  app.on('before-quit', (event) => {
    if (closing) return
    event.preventDefault()
    closing = true
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
    void Promise.race([close(), patience]).finally(() => app.quit())
  })
}
