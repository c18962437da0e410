import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { BulkAction } from '../../../electron/shared/bulk-action'
import type { RequestInput } from '../../../electron/shared/contract'
import type { BulkPreview, ProductSelection } from '../../../electron/shared/proposal'
import { call, problemOf } from '../../bridge'
import { Status } from '../../components/Status'
import classes from './bulk.module.css'
import { EditValues } from './EditValues'

type Props = { connectionId: string; selection: ProductSelection; action: BulkAction | null }

/** What would become of the first products, while it is still being typed. */
export function FirstProducts({ connectionId, selection, action }: Props) {
  const [asked] = useDebouncedValue(action, 120)
  const [preview, setPreview] = useState<BulkPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!asked) return
    let isLatest = true
    void previewOf({ connectionId, selection, action: asked }).then((found) => {
      if (!isLatest) return
      if (typeof found === 'string') return setProblem(found)
      setProblem(null)
      setPreview(found)
    })
    return () => {
      isLatest = false
    }
  }, [connectionId, selection, asked])
  if (problem) return <Status tone="danger">{problem}</Status>
  if (!action || !preview) return null
  return (
    <section aria-label="The first products">
      <ul className={classes.first}>
        {preview.rows.map((row) => (
          <li key={`${row.productId} ${row.id}`} className={classes.firstRow}>
            <Text component="span" fw={500} truncate>
              {row.productName || 'No name'}
              {row.variation && (
                <Text span fw={400} c="dimmed">
                  {` · ${row.variation}`}
                </Text>
              )}
            </Text>
            <EditValues row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Or why there is none. */
async function previewOf(asked: RequestInput<'bulk.preview'>): Promise<BulkPreview | string> {
  try {
    return await call('bulk.preview', asked)
  } catch (error) {
    return problemOf(error).message
  }
}
