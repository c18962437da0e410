import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/settings'

type Send = (command: MenuCommand) => void

/** The native menu; each item tells the window, which decides what it means where the person is. */
export function setMenu(send: Send, isDevelopment: boolean): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator && { accelerator }),
    click: () => send(command),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Product', 'new-product', 'CmdOrCtrl+N'),
        item('Save', 'save', 'CmdOrCtrl+S'),
        line,
        item('Connect a Store…', 'add-connection'),
        item('Settings', 'show-settings', 'CmdOrCtrl+,'),
        line,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        item('Find Products', 'find', 'CmdOrCtrl+F'),
        item('Undo Last Change', 'undo-change', 'CmdOrCtrl+Shift+U'),
      ],
    },
    {
      label: '&Product',
      submenu: [
        item('Duplicate', 'duplicate-product', 'CmdOrCtrl+D'),
        item('Delete', 'delete-product', 'CmdOrCtrl+Backspace'),
        line,
        item('Next Product', 'next-product', 'CmdOrCtrl+Down'),
        item('Previous Product', 'previous-product', 'CmdOrCtrl+Up'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Catalogue', 'show-catalogue', 'CmdOrCtrl+Shift+1'),
        item('Changes', 'show-changes', 'CmdOrCtrl+Shift+2'),
        item('Refresh', 'refresh', 'F5'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [line, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: '&Help', submenu: [item('Keyboard Shortcuts', 'show-shortcuts', 'CmdOrCtrl+/')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
