import type { MenuCommand } from './settings'

/** The keys of each command, as Electron's menu writes them; the menu and the sheet of shortcuts both read them here. */
export const shortcuts: Record<MenuCommand, string> = {
  'new-product': 'CmdOrCtrl+N',
  find: 'CmdOrCtrl+F',
  save: 'CmdOrCtrl+S',
  'save-and-next': 'CmdOrCtrl+Enter',
  'duplicate-product': 'CmdOrCtrl+D',
  // Not Ctrl+Backspace, which deletes a word in every text box.
  'delete-product': 'CmdOrCtrl+Shift+Backspace',
  refresh: 'F5',
  'add-connection': 'CmdOrCtrl+Shift+N',
  'show-catalogue': 'CmdOrCtrl+Shift+1',
  'show-changes': 'CmdOrCtrl+Shift+2',
  'show-pictures': 'CmdOrCtrl+Shift+3',
  'show-categories': 'CmdOrCtrl+Shift+4',
  'show-types': 'CmdOrCtrl+Shift+5',
  'show-snapshots': 'CmdOrCtrl+Shift+6',
  'show-settings': 'CmdOrCtrl+,',
  'show-shortcuts': 'CmdOrCtrl+/',
  'undo-change': 'CmdOrCtrl+Shift+U',
  'redo-change': 'CmdOrCtrl+Shift+Y',
  'alt-texts': 'CmdOrCtrl+Shift+A',
  'save-view': 'CmdOrCtrl+Shift+S',
  'go-to-view': 'CmdOrCtrl+G',
  'export-products': 'CmdOrCtrl+Shift+E',
  'import-products': 'CmdOrCtrl+Shift+O',
  'next-product': 'CmdOrCtrl+Down',
  'previous-product': 'CmdOrCtrl+Up',
}
