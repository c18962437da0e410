import type { EcwidRow } from './ecwid-rows'
import type { ExportColumn } from './row'

export type EcwidColumn = ExportColumn<EcwidRow>

export const column = (title: string, cell: EcwidColumn['cell']): EcwidColumn => ({ title, width: 16, cell })
