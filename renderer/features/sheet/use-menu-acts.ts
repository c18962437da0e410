import { notifyProblem } from '../../components/notify'
import { call, problemOf } from '../../bridge'
import { emptyBlock, fillBlock } from './block-acts'
import { askNumbers } from './change-numbers'
import type { Block } from './paste'
import type { MenuAct } from './SheetMenu'
import { redoInSheet, undoInSheet } from './undo-in-sheet'
import type { Shown } from './written-cells'

type Parts = { shown: Shown; block: Block | null; focus: () => void }
export type BlockAct = Exclude<MenuAct, 'show' | 'freeze' | 'unfreeze'>

/** What the menu does with the cells that are selected: the same as their keys. */
export function useMenuActs({ shown, block, focus }: Parts): (act: BlockAct) => void {
  return (act) => {
    if (act === 'undo') return undoInSheet()
    if (act === 'redo') return redoInSheet()
    if (!block) return
    if (act === 'fill-down' || act === 'fill-right')
      return void fillBlock(shown, block, act === 'fill-down' ? 'down' : 'right')
    if (act === 'numbers') return askNumbers({ shown, block })
    if (act === 'empty') return void emptyBlock(shown, block)
    // The clipboard is where the focus is, which the menu gives back.
    focus()
    requestAnimationFrame(() => {
      focus()
      call('app.edit', { command: act }).catch((error: unknown) => notifyProblem(problemOf(error)))
    })
  }
}
