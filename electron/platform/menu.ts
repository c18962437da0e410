import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/settings'
import { shortcuts } from '../shared/shortcuts'

type Send = (command: MenuCommand) => void

/** The native menu; each item tells the window, which decides what it means where the person is. */
export function setMenu(send: Send, isDevelopment: boolean): void {
  const item = (label: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator: shortcuts[command],
    click: () => send(command),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Product', 'new-product'),
        item('Save', 'save'),
        item('Save and Open Next', 'save-and-next'),
        line,
        item('Import Products…', 'import-products'),
        item('Export Products…', 'export-products'),
        line,
        item('Connect a Store…', 'add-connection'),
        item('Settings', 'show-settings'),
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
        item('Find Products', 'find'),
        item('Undo Last Change', 'undo-change'),
        item('Redo Last Change', 'redo-change'),
      ],
    },
    {
      label: '&Product',
      submenu: [
        item('Duplicate', 'duplicate-product'),
        item('Delete', 'delete-product'),
        line,
        item('Next Product', 'next-product'),
        item('Previous Product', 'previous-product'),
        line,
        item('Alt Texts…', 'alt-texts'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Catalogue', 'show-catalogue'),
        item('Changes', 'show-changes'),
        item('Pictures', 'show-pictures'),
        item('Categories', 'show-categories'),
        item('Product Types', 'show-types'),
        item('Snapshots', 'show-snapshots'),
        line,
        item('Go to View…', 'go-to-view'),
        item('Save View…', 'save-view'),
        line,
        item('Refresh', 'refresh'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [line, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: '&Help', submenu: [item('Keyboard Shortcuts', 'show-shortcuts')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
