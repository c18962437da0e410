import { Button, Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { AltSelection, AltTally } from '../../../electron/shared/alt-text'
import type { ProductQuery } from '../../../electron/shared/product-query'
import { EmptyNote } from '../../components/EmptyNote'
import { Status } from '../../components/Status'
import { useAccess } from '../../stores/access'
import { closeAltTexts, useAltTextsStore } from '../../stores/alt-texts-store'
import { writeAltTexts } from './alt-actions'
import { AltPatternField } from './AltPatternField'
import { AltRows } from './AltRows'
import { countOf, lengthWarning, selectionSentence, tallySentence } from './alt-words'
import classes from './alt-texts.module.css'
import { useAltSelection } from './use-alt-selection'
import { useAltTally } from './use-alt-tally'

type Props = { connectionId: string; query: ProductQuery; isNarrow: boolean; onClose: () => void }

/** A pattern, what it makes of each picture, and the button that writes it. */
export function AltTexts({ connectionId, query, isNarrow, onClose }: Props) {
  const { selection, problem } = useAltSelection(connectionId, query)
  if (problem) return <EmptyNote title="The pictures could not be read">{problem.message}</EmptyNote>
  if (!selection) {
    return (
      <div className={classes.wait}>
        <Loader size="sm" />
        <Text c="dimmed">Looking at the pictures</Text>
      </div>
    )
  }
  if (selection.pictures === 0) {
    return <EmptyNote title="There are no pictures">None of these products has a picture yet.</EmptyNote>
  }
  return <Wish connectionId={connectionId} selection={selection} isNarrow={isNarrow} onClose={onClose} />
}

type WishProps = Omit<Props, 'query'> & { selection: AltSelection }

function Wish({ connectionId, selection, isNarrow, onClose }: WishProps) {
  const { scope, pattern, edits } = useAltTextsStore()
  const [isBusy, setBusy] = useState(false)
  const [shownPattern] = useDebouncedValue(pattern, 150)
  const wish = { selectionId: selection.id, scope, pattern }
  const { tally, problem, isCounting } = useAltTally(connectionId, wish, edits)

  const write = async () => {
    setBusy(true)
    if (await writeAltTexts(connectionId, wish, edits)) closeAltTexts()
    setBusy(false)
  }
  return (
    <>
      <Text c="dimmed" className={classes.about}>
        {selectionSentence(selection)}
      </Text>
      <AltPatternField pattern={pattern} scope={scope} problem={tally?.problem ?? null} />
      <AltRows
        connectionId={connectionId}
        wish={{ ...wish, pattern: shownPattern }}
        total={scope === 'all' ? selection.pictures : selection.missing}
        rowHeight={isNarrow ? 104 : 64}
        edits={edits}
      />
      <div className={classes.foot}>
        <output className={classes.summary} aria-live="polite">
          {problem ? (
            <Status tone="danger">{problem.message}</Status>
          ) : (
            <Summary tally={tally} scope={scope} isCounting={isCounting} />
          )}
        </output>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <WriteButton tally={tally} isCounting={isCounting} isBusy={isBusy} onClick={() => void write()} />
      </div>
    </>
  )
}

type SummaryProps = { tally: AltTally | null; scope: 'missing' | 'all'; isCounting: boolean }

function Summary({ tally, scope, isCounting }: SummaryProps) {
  if (!tally) return <Text c="dimmed">Counting</Text>
  if (tally.problem !== null) return null
  const warning = lengthWarning(tally.tooLong)
  return (
    <span data-counting={isCounting} className={classes.tally}>
      <span>{tallySentence(tally, scope)}</span>
      {warning && (
        <Status tone="warning" fz="xs">
          {warning}
        </Status>
      )}
    </span>
  )
}

type WriteProps = { tally: AltTally | null; isCounting: boolean; isBusy: boolean; onClick: () => void }

function WriteButton({ tally, isCounting, isBusy, onClick }: WriteProps) {
  const { canUpdate, reason } = useAccess()
  const texts = tally?.texts ?? 0
  return (
    <Button
      loading={isBusy}
      disabled={isCounting || texts === 0 || tally?.problem !== null || !canUpdate}
      title={reason ?? undefined}
      onClick={onClick}
    >
      {texts > 0 ? `Write ${countOf(texts, 'alt text')}` : 'Write alt texts'}
    </Button>
  )
}
