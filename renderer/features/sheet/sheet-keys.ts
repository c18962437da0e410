import type { GridKeyEventArgs } from '@glideapps/glide-data-grid'

type KeyAct =
  'open' | 'head' | 'letter' | 'show' | 'fill-down' | 'fill-right' | 'calm' | 'tick' | 'fold' | 'unfold' | 'menu'

const withAlt: Readonly<Record<string, KeyAct>> = { ArrowRight: 'unfold', ArrowLeft: 'fold', ArrowDown: 'head' }

/** What a key means that is ours and not the grid's; null: nothing, or it is the grid's. */
export function keyAct({ key, ctrlKey, metaKey, altKey, shiftKey }: GridKeyEventArgs): KeyAct | null {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'd') return 'fill-down'
    return key.toLowerCase() === 'r' ? 'fill-right' : null
  }
  if (altKey) return withAlt[key] ?? null
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return 'menu'
  if (key === 'Escape') return 'calm'
  if (key === ' ') return shiftKey ? 'tick' : 'show'
  if (key === 'Enter' || key === 'F2') return 'open'
  return [...key].length === 1 ? 'letter' : null
}
