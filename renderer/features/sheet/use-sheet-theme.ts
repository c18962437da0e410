import type { Theme } from '@glideapps/glide-data-grid'
import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'

export type SheetTheme = {
  all: Partial<Theme>
  /** Of cells: typed and not sent, typed and wrong, not to be typed into. */
  edited: Partial<Theme>
  wrong: Partial<Theme>
  fixed: Partial<Theme>
  /** Of cells: with what is looked for. */
  found: Partial<Theme>
  /** Of variations: as their product has it. */
  inherited: Partial<Theme>
  /** Of heads: the list is filtered by them. */
  filtered: Partial<Theme>
  /** Of rows: selected for what is done with many. */
  picked: Partial<Theme>
}

/** The colours of the screens, for what is drawn and not laid out. */
export function useSheetTheme(): SheetTheme {
  const scheme = useComputedColorScheme('light')
  // oxlint-disable-next-line react/exhaustive-deps -- the scheme changes what the variables say
  return useMemo(readTheme, [scheme])
}

function readTheme(): SheetTheme {
  const style = getComputedStyle(document.body)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const surface = read('--stock-surface')
  const text = read('--mantine-color-text')
  const quiet = read('--mantine-color-dimmed')
  const border = read('--stock-border')
  return {
    all: {
      accentColor: read('--stock-focus'),
      accentFg: surface,
      accentLight: read('--stock-selected'),
      textDark: text,
      textMedium: quiet,
      textLight: quiet,
      textHeader: quiet,
      textHeaderSelected: surface,
      bgCell: surface,
      bgCellMedium: surface,
      bgHeader: read('--stock-sidebar'),
      bgHeaderHasFocus: read('--stock-sidebar'),
      bgHeaderHovered: read('--stock-selected'),
      borderColor: border,
      horizontalBorderColor: border,
      fontFamily: style.fontFamily,
      baseFontStyle: '13px',
      headerFontStyle: '500 12px',
      markerFontStyle: '12px',
      editorFontSize: '13px',
      cellHorizontalPadding: 10,
    },
    edited: { bgCell: read('--stock-added') },
    wrong: { bgCell: read('--stock-removed'), textDark: read('--stock-danger-text') },
    fixed: { textDark: quiet },
    found: { bgCell: read('--stock-mark'), textDark: text },
    picked: { bgCell: read('--stock-selected') },
    filtered: { textHeader: read('--stock-focus'), headerFontStyle: '700 12px' },
    inherited: { textDark: quiet, baseFontStyle: 'italic 13px' },
  }
}
