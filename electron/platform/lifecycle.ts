import { app, type BrowserWindow } from 'electron'

/** A dead line must not keep the app from ending. */
const patienceMs = 3_000

/** Once Chromium has heard of one signal it lets the next end the program at once, whatever is still to be kept. */
export function quitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** A second start brings the window forward; the last window closed ends the app, after `close` had its time. */
export function keepOneInstance(window: BrowserWindow, close: () => Promise<void>): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())

  let isClosing = false
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
    const end = async () => {
      await leave(window)
      await close()
    }
    void Promise.race([end(), patience]).finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

/** What is typed and not saved is handed over while a window closes, so it closes before those who keep it do. */
async function leave(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()))
  window.close()
  await closed
}
