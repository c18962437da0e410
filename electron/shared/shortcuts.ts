import type { MenuCommand } from './settings'

/** The keys of each command, as Electron's menu writes them; the menu and the sheet of shortcuts both read them here. */
export const shortcuts: Record<MenuCommand, string> = {
  'new-product': 'CmdOrCtrl+N',
  find: 'CmdOrCtrl+F',
  save: 'CmdOrCtrl+S',
  'duplicate-product': 'CmdOrCtrl+D',
  'delete-product': 'CmdOrCtrl+Shift+Backspace',
  refresh: 'CmdOrCtrl+R',
  'add-connection': 'CmdOrCtrl+Shift+N',
  'show-catalogue': 'CmdOrCtrl+Shift+P',
  'show-changes': 'CmdOrCtrl+Shift+C',
  'show-settings': 'CmdOrCtrl+,',
  'show-shortcuts': 'CmdOrCtrl+/',
  'undo-change': 'CmdOrCtrl+Alt+Z',
  'next-product': 'Alt+Down',
  'previous-product': 'Alt+Up',
}
