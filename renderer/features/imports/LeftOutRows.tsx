import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportMatched, ImportWhat, UnmatchedRow } from '../../../electron/shared/import'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { countOf } from '../../../electron/shared/words/counts'
import { Status } from '../../components/Status'
import { tellSavedRows } from '../../components/tell-saved-rows'
import { backToColumns, closeImport, reviewImport, saveRows, useImportsStore } from '../../stores/imports-store'
import { isAnyHere, leftOutText } from './import-words'
import classes from './imports.module.css'
import { PictureFilesProgress } from './PictureFilesProgress'
import { WhatHappens } from './WhatHappens'

/** Rows of products that are not here, and rows that are left out, each with why. */
export function LeftOutRows({ connectionId, matched }: { connectionId: string; matched: ImportMatched }) {
  const { first, unmatched, tableId, proposal, added, variations } = matched
  const hasNew = added > 0 || variations > 0
  const { isBusy, problem, importing } = useImportsStore()
  const [makesCategories, setMakesCategories] = useState(false)
  const [what, setWhat] = useState<ImportWhat>(isAnyHere(matched) ? (importing?.asked.what ?? 'update') : 'add')
  const missing = matched.newCategories[what]
  const more = unmatched - first.reduce((sum, { others = 0 }) => sum + 1 + others, 0)
  return (
    <Stack gap="md">
      {hasNew && <WhatHappens matched={matched} value={what} onValue={setWhat} />}
      {missing.length > 0 && (
        <Checkbox
          label={
            missing.length === 1
              ? '1 category is new: make it'
              : `${formatNumber(missing.length)} categories are new: make them`
          }
          description={<NewCategories paths={missing} />}
          checked={makesCategories}
          onChange={({ currentTarget: { checked } }) => setMakesCategories(checked)}
        />
      )}
      {unmatched > 0 && (
        <output>
          <Status tone="warning">{leftOutText(matched)}</Status>
        </output>
      )}
      {unmatched > 0 && (
        <ul className={classes.rows} aria-label="Rows left out">
          {first.map((left) => (
            <LeftOutRow key={left.row} {...left} />
          ))}
        </ul>
      )}
      {more > 0 && <Text c="dimmed">And {formatNumber(more)} more.</Text>}
      <PictureFilesProgress />
      {problem && (
        <Status tone="danger" role="alert">
          {problem.message}
        </Status>
      )}
      <Group justify="flex-end" gap="xs">
        {unmatched > 0 && (
          <Button
            variant="subtle"
            mr="auto"
            onClick={() => void tellSavedRows(saveRows(connectionId, { tableId }, 'unread'))}
          >
            Save these rows…
          </Button>
        )}
        <Button variant="subtle" disabled={isBusy} onClick={backToColumns}>
          Back to the columns
        </Button>
        <Button variant="default" onClick={closeImport}>
          Close
        </Button>
        {(proposal || hasNew || (makesCategories && missing.length > 0)) && (
          <Button loading={isBusy} onClick={() => void reviewImport({ what, makesCategories })}>
            Open the review
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function LeftOutRow({ row, named, why, others = 0 }: UnmatchedRow) {
  return (
    <li>
      <span className={classes.rowNumber}>Row {formatNumber(row)}</span>
      <span className={classes.rowText}>
        {named !== '' && (
          <span className={classes.rowName} title={named}>
            {named}
          </span>
        )}
        <span className={classes.why}>
          {why}
          {others > 0 && ` ${countOf(others + 1, 'row')} in all.`}
        </span>
      </span>
    </li>
  )
}

const pathsShown = 6

function NewCategories({ paths }: { paths: readonly string[] }) {
  const more = paths.length - pathsShown
  return (
    <>
      {paths.slice(0, pathsShown).map((path) => (
        <span key={path} className={classes.path}>
          {path}
        </span>
      ))}
      {more > 0 && <span className={classes.path}>and {formatNumber(more)} more</span>}
    </>
  )
}
