import { Notification, type BrowserWindow } from 'electron'

/** A system notification, if the window is not what the person is looking at. A click brings it forward. */
export function announce(window: BrowserWindow | null, title: string, body: string): void {
  if (!window || window.isFocused() || !Notification.isSupported()) return
  const notification = new Notification({ title, body, silent: true })
  notification.on('click', () => {
    window.show()
    window.focus()
  })
  notification.show()
}
