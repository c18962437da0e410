import {
  CompactSelection,
  GridCellKind,
  ImageWindowLoaderImpl,
  loadingCellRenderer,
  type GridCell,
  type GridSelection,
  type InnerGridCell,
  type InternalCellRenderer,
} from '@glideapps/glide-data-grid'

export const rowHeight = 34
export const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() }
export const loading: GridCell = { kind: GridCellKind.Loading, allowOverlay: false, skeletonWidth: 60 }
// Each is only given cells of its own kind.
export const renderers = [loadingCellRenderer] as unknown as readonly InternalCellRenderer<InnerGridCell>[]
// It has no pictures, and the grid asks for what would read them.
export const pictures = new ImageWindowLoaderImpl()
// Boxes, clipboard and fills are ours.
export const keybindings = {
  search: false,
  activateCell: false,
  downFill: false,
  rightFill: false,
  copy: false,
  cut: false,
  paste: false,
} as const
