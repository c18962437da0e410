import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RevertEntry } from '../../../electron/shared/change'
import { describedField } from '../../../electron/shared/fields/thing-fields'
import { Status } from '../../components/Status'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { Modal } from '../../overlays/Modal'
import { useChangesStore } from '../../stores/changes-store'
import { useStoreWords } from '../../stores/store-words'
import classes from './changes.module.css'
import { diffLines } from './diff-lines'
import { DiffLineView } from './DiffLineView'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { shownField } from '../../../electron/shared/fields/shown'
import { offsetOf, pageAt, Pages } from './Pages'
import {
  canChoose,
  choose,
  chosenCount,
  closeReview,
  isChosen,
  rereadReview,
  revertChosen,
  turnReview,
  useRevertReviewStore,
  type RevertReview,
} from './revert-review-store'
import { useNamesOf } from './use-names-of'
import { sentenceText } from '../../../electron/shared/words/sentence'

/** What going back would do to each product, and what changed since; the person chooses, then it is a change of its own. */
export function RevertDialog() {
  const review = useRevertReviewStore((state) => state.review)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(review)
  if (review && review !== last) setLast(review)
  return (
    <Modal opened={review !== null} onClose={closeReview} title={last?.title ?? ''} size={720}>
      {last && <Review key={last.changeSetId} review={last} />}
    </Modal>
  )
}

function Review({ review }: { review: RevertReview }) {
  const { entries, page, tally } = review
  const words = useStoreWords()
  useNamesOf(entries ?? [])
  const [busy, setBusy] = useState(false)
  const revision = useChangesStore((state) => state.revision)
  useEffect(() => void rereadReview(), [revision])
  const verb = verbOf(review)
  const count = chosenCount(review)
  const changes = count === 1 ? '1 change' : count === null ? 'all' : `${formatNumber(count)} changes`
  const isNothing = tally !== null && tally.plain + tally.moved === 0

  async function revert(): Promise<void> {
    setBusy(true)
    if (await revertChosen(review, doneText(verb, count, changes))) closeReview()
    setBusy(false)
  }

  return (
    <Stack gap="md">
      {tally && tally.moved > 0 && review.changeId === undefined && (
        <Status tone="warning">
          {tally.moved === 1
            ? 'One of these was changed since. It stays as it is unless you choose it.'
            : `${formatNumber(tally.moved)} of these were changed since. They stay as they are unless you choose them.`}
        </Status>
      )}
      <Pages total={tally?.things ?? 0} offset={offsetOf(page)} onTurn={(offset) => void turnReview(pageAt(offset))}>
        <section key={page} className={classes.review} aria-label="What would change">
          <ul className={classes.reviewList}>
            {byProduct(entries).map((product) => (
              <ProductEntries key={product.productId} product={product} review={review} words={words} />
            ))}
          </ul>
        </section>
      </Pages>
      <Group justify="space-between" gap="xs">
        <Text c="dimmed">
          {tally ? `${formatNumber(count ?? 0)} of ${formatNumber(tally.total)}` : 'Counting the changes …'}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={closeReview}>
            {isNothing ? 'Close' : 'Cancel'}
          </Button>
          {!isNothing && (
            <Button loading={busy} disabled={!count} onClick={() => void revert()} data-autofocus>
              {count === 0 ? verb : `${verb} ${changes}`}
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  )
}

/** The title begins with what the person asked for. */
const verbOf = ({ title }: Pick<RevertReview, 'title'>): string => title.split(':')[0] ?? 'Undo'

const participles: Readonly<Record<string, string>> = {
  Undo: 'undone',
  'Put back': 'put back',
  'Take back': 'taken back',
  Remove: 'removed',
}

const doneText = (verb: string, count: number | null, changes: string): string =>
  count === 1 ? `One change is ${participles[verb]}.` : `${changes} are ${participles[verb]}.`

type OfProduct = { productId: number; name: string; entries: RevertEntry[] }
type ProductProps = { product: OfProduct; review: RevertReview; words: StoreWords }

function ProductEntries({ product: { name, entries }, review, words }: ProductProps) {
  const free = entries.filter(canChoose)
  const on = free.filter((entry) => isChosen(review, entry)).length
  return (
    <li className={classes.reviewProduct}>
      <Checkbox
        label={name || 'Product without a name'}
        fw={600}
        checked={free.length > 0 && on === free.length}
        indeterminate={on > 0 && on < free.length}
        disabled={free.length === 0}
        onChange={(event) => choose(free, event.currentTarget.checked)}
      />
      {entries.map((entry) => (
        <Entry key={entry.changeId} entry={entry} review={review} words={words} alone={entries.length === 1} />
      ))}
    </li>
  )
}

type EntryProps = { entry: RevertEntry; review: RevertReview; words: StoreWords; alone: boolean }

function Entry({ entry, review, words, alone }: EntryProps) {
  const { standing, reason } = entry
  const lines = diffLines(entry, words)
  return (
    <div className={classes.reviewEntry} data-off={!canChoose(entry)}>
      {!alone && (
        <Checkbox
          aria-label={`${verbOf(review)}: ${lines[0]?.label ?? 'this change'}`}
          checked={isChosen(review, entry)}
          disabled={!canChoose(entry)}
          onChange={(event) => choose([entry], event.currentTarget.checked)}
        />
      )}
      <div className={classes.reviewLines}>
        {standing !== 'done' &&
          lines.map((line, index) => <DiffLineView key={index} connectionId={review.connectionId} line={line} />)}
        {standing !== 'done' &&
          entry.along.map((sentence, index) => (
            <Text key={index} fz="xs" c="dimmed">
              {sentenceText(sentence)}
            </Text>
          ))}
        {standing === 'moved' && <Status tone="warning">{movedSentence(entry, words)}</Status>}
        {standing === 'waiting' && (
          <Text fz="xs" c="dimmed">
            Not in the store yet
          </Text>
        )}
        {standing === 'done' && <Text c="dimmed">{lines[0]?.label ?? 'This'} is as it was before already.</Text>}
        {standing === 'stuck' && reason && <Status tone="info">{sentenceText(reason)}</Status>}
      </div>
    </div>
  )
}

function movedSentence(entry: RevertEntry, words: StoreWords): string {
  const text = describedField(entry) ? shownField(entry, entry.wrote, words) : ''
  const short = text.length > 60 ? '' : text
  return short ? `Changed since: it was set to ${short}` : 'Changed since'
}

function byProduct(entries: readonly RevertEntry[]): OfProduct[] {
  const products = new Map<number, OfProduct>()
  for (const entry of entries) {
    const { productId, productName: name } = entry
    const known = products.get(productId) ?? { productId, name, entries: [] }
    known.entries.push(entry)
    products.set(productId, known)
  }
  return [...products.values()]
}
