import type { Importing } from '../../stores/imports-store'
import { ChooseTable } from './ChooseTable'
import { LeftOutRows } from './LeftOutRows'
import { TableColumns } from './TableColumns'

/** A file, then what its columns hold, then the rows that are left out. */
export function ImportDialog({ importing }: { importing: Importing | null }) {
  if (!importing) return <ChooseTable />
  const { connectionId, matched } = importing
  return matched ? (
    <LeftOutRows connectionId={connectionId} matched={matched} />
  ) : (
    <TableColumns importing={importing} />
  )
}
