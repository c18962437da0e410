const mark = 'application/x-stockroom-own'

/**
 * Marks what is dragged out of this window, a row, a picture, a marked text: over it those are no drops from outside. The mark
 * goes with what is dragged, so that it ends with it, also where the element is gone by then.
 */
export function markOwnDrags(): () => void {
  const begin = ({ dataTransfer }: DragEvent) => dataTransfer?.setData(mark, '1')
  window.addEventListener('dragstart', begin)
  return () => window.removeEventListener('dragstart', begin)
}

export const isOwnDrag = ({ types }: Pick<DataTransfer, 'types'>): boolean => types.includes(mark)
