import { ColumnsMenu } from '../../../overlays/ColumnsMenu'
import { showColumns, useGridStore } from './grid-store'
import { useVariationColumns } from './use-variation-columns'

/** Which values of variations stand side by side. */
export function VariationColumns() {
  const chosen = useGridStore(({ columns }) => columns)
  const all = useVariationColumns()
  const toggle = (path: string) => {
    const next = all.filter((each) => chosen.includes(each.path) !== (each.path === path))
    // Those of another product type, or of one that is not here yet, come back with it.
    const others = chosen.filter((each) => all.every((known) => known.path !== each))
    if (next.length > 0) showColumns([...next.map((each) => each.path), ...others])
  }
  return (
    <ColumnsMenu
      all={all}
      isShown={(path) => chosen.includes(path)}
      onToggle={toggle}
      position="bottom-end"
      across={2}
    />
  )
}
