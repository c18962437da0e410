import { Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { MenuCommand } from '../../../electron/shared/settings'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { keyLabels } from '../../format/key-label'
import { Modal } from '../../overlays/Modal'
import { isTyping } from '../../components/keys'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { useCommand } from '../../stores/command-store'
import classes from './ShortcutSheet.module.css'

const groups: { title: string; lines: [commandOrKeys: string, what: string][] }[] = [
  {
    title: 'Products',
    lines: [
      ['new-product', 'New product'],
      ['find', 'Search'],
      ['next-product', 'Next product'],
      ['previous-product', 'Previous product'],
      ['save', 'Save'],
      ['save-and-next', 'Save and open the next product'],
      ['duplicate-product', 'Duplicate'],
      ['delete-product', 'Delete'],
      ['alt-texts', 'Alt texts of what the list shows'],
      ['export-products', 'Export products into a file'],
      ['import-products', 'Import a table of products'],
      ['undo-change', 'Undo the last change'],
      ['CmdOrCtrl+Z', 'Undo, where no text is edited'],
      ['redo-change', 'Redo what was undone'],
      ['CmdOrCtrl+Shift+Z', 'Redo, where no text is edited'],
      ['F8', 'Next error in the form'],
      ['Shift+F8', 'Previous error in the form'],
      ['Shift+Esc', 'Back to what the field was'],
      ['Esc', 'Close the product'],
    ],
  },
  {
    title: 'Many products',
    lines: [
      ['Space', 'Select, or X'],
      ['Shift+Down', 'Select on'],
      ['CmdOrCtrl+A', 'Select all that the list finds'],
      ['E', 'Set a field of the selected ones'],
      ['P', 'Prices and sales of the selected ones'],
      ['S', 'Stock of the selected ones'],
      ['R', 'Find and replace in the selected ones'],
      ['F', 'Fill the selected ones from a pattern'],
      ['O', 'Options and variations of the selected ones'],
      ['C', 'Categories of the selected ones'],
      ['Delete', 'Delete the selected ones'],
      ['Esc', 'Select nothing'],
    ],
  },
  {
    title: 'The sheet',
    lines: [
      ['F2', 'Type into the cell, or Enter'],
      ['CmdOrCtrl+D', 'Fill down'],
      ['CmdOrCtrl+R', 'Fill to the right'],
      ['Delete', 'Empty the cells'],
      ['CmdOrCtrl+F', 'Find in its cells'],
      ['Alt+Right', 'Show the variations of a product'],
      ['Alt+Left', 'Hide them'],
      ['Alt+Down', 'Filter or sort by the column'],
      ['Space', 'Show the product beside the sheet'],
      ['Shift+Space', 'Select the product'],
      ['Esc', 'One cell; Tab then leaves the sheet'],
    ],
  },
  {
    title: 'Pictures of a product',
    lines: [
      ['X', 'Select, or Ctrl+Space'],
      ['Shift+Right', 'Select on'],
      ['CmdOrCtrl+A', 'Select all'],
      ['Alt+Right', 'Move by one place, or Alt+←'],
      ['Space', 'Pick up, and put down'],
      ['Delete', 'Delete the selected ones, or Backspace'],
      ['Esc', 'Select nothing'],
    ],
  },
  {
    title: 'Window',
    lines: [
      ['show-catalogue', 'Catalogue'],
      ['show-changes', 'Changes'],
      ['show-pictures', 'Pictures'],
      ['show-categories', 'Categories'],
      ['show-types', 'Product types'],
      ['show-snapshots', 'Snapshots'],
      ['show-settings', 'Settings'],
      ['CmdOrCtrl+1 … 9', 'Switch store'],
      ['go-to-view', 'Go to a view'],
      ['save-view', 'Save what is shown as a view'],
      ['Alt+Up', 'Move a view up, or Alt+↓ down'],
      ['add-connection', 'Connect a store'],
      ['refresh', 'Bring in news from the store'],
      ['show-shortcuts', 'This list'],
    ],
  },
]

/** Every shortcut on one page; opens by Ctrl+/ or, outside text, by a question mark. */
export function ShortcutSheet() {
  const [opened, setOpened] = useState(false)
  useCommand('show-shortcuts', () => setOpened(true))
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (isDialogOpen()) return
      const asked = event.key === '?' && !isTyping(event.target)
      if (asked || ((event.ctrlKey || event.metaKey) && event.key === '/')) setOpened(true)
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])

  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size={640}>
      <div className={classes.columns}>
        {groups.map(({ title, lines }) => (
          <section key={title}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.lines}>
              {lines.map(([command, what]) => (
                <div key={command} className={classes.line}>
                  <dt>{what}</dt>
                  <dd className={classes.keys}>
                    {keyLabels(shortcuts[command as MenuCommand] ?? command).map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
