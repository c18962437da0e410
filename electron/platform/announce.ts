import { Notification, type BrowserWindow } from 'electron'

/** A system notification, if the window is not what the person is looking at. A click brings it forward and calls `onClick`. */
export function announce(window: BrowserWindow | null, title: string, body: string, onClick = () => {}): void {
  if (!window || window.isFocused() || !Notification.isSupported()) return
  const notification = new Notification({ title, body, silent: true })
  notification.on('click', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    onClick()
  })
  notification.show()
}
