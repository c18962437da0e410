import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import {
  bulkWarnings,
  proposalFilters,
  type FieldTally,
  type Proposal,
  type ProposalFilter,
  type ReviewView,
} from '../../../electron/shared/proposal'
import { bulkWarningText, editedAllText } from '../../../electron/shared/words/proposal'
import { isComposing } from '../../components/keys'
import { leaveOut } from './review-actions'
import classes from './review.module.css'
import { Tick } from './Tick'

type Props = { proposal: Proposal; view: ReviewView; onView: (view: ReviewView) => void }

/** How the edits are listed, which of them, and whole fields in or out. */
export function ReviewTools({ proposal, view, onView }: Props) {
  const filters = filtersOf(proposal, view.filter)
  return (
    <div className={classes.tools}>
      <SegmentedControl
        aria-label="Grouped by"
        value={view.by}
        onChange={(by) => onView({ ...view, by: by === 'field' ? 'field' : 'product' })}
        data={[
          { value: 'product', label: 'By product' },
          { value: 'field', label: 'By field' },
        ]}
      />
      <Select
        aria-label="Order"
        size="xs"
        w={190}
        allowDeselect={false}
        value={view.order}
        onChange={(order) => onView({ ...view, order: order === 'change' ? 'change' : 'list' })}
        data={[
          { value: 'list', label: 'As in the list' },
          { value: 'change', label: 'Biggest change first' },
        ]}
      />
      <Select
        aria-label="Shown"
        size="xs"
        w={250}
        allowDeselect={false}
        value={view.filter}
        data={filters}
        onChange={(filter) => onView({ ...view, filter: proposalFilters.find((one) => one === filter) ?? 'all' })}
      />
      <TextInput
        type="search"
        size="xs"
        w={200}
        aria-label="Search the review"
        placeholder="Name, SKU or variation"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={view.text ?? ''}
        onChange={({ currentTarget: { value } }) => onView({ ...view, text: value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !view.text || isComposing(event)) return
          event.stopPropagation()
          onView({ ...view, text: '' })
        }}
      />
      {proposal.tally.length > 1 && (
        <fieldset aria-label="Fields" className={classes.fields}>
          {proposal.tally.map((one) => (
            <FieldTick key={one.field} proposal={proposal} tally={one} />
          ))}
        </fieldset>
      )}
    </div>
  )
}

function FieldTick({ proposal, tally: { field, in: included, out } }: { proposal: Proposal; tally: FieldTally }) {
  return (
    <Tick
      label={`${editedAllText(field)} ${formatNumber(included + out)}`}
      state={out === 0 ? 'in' : included > 0 ? 'some' : 'out'}
      disabled={proposal.state !== 'ready'}
      onTick={(isIn) => leaveOut(proposal, { field }, !isIn)}
    />
  )
}

/** Those that would show something, and the one that is chosen. */
function filtersOf({ creations, same, refused, out, warnings }: Proposal, chosen: ProposalFilter) {
  const all: { value: ProposalFilter; label: string; count: number | null }[] = [
    { value: 'all', label: 'Everything', count: null },
    { value: 'changing', label: 'What changes, ticked or not', count: null },
    { value: 'in', label: 'What will be written', count: null },
    { value: 'new', label: 'New products', count: creations },
    ...bulkWarnings.map((code) => ({ value: code, label: bulkWarningText(code), count: warnings[code] ?? 0 })),
    { value: 'refused', label: 'Not possible', count: refused },
    { value: 'same', label: 'No change', count: same },
    { value: 'out', label: 'Left out', count: out },
  ]
  return all
    .filter(({ value, count }) => count !== 0 || value === chosen)
    .map(({ value, label, count }) => ({ value, label: count === null ? label : `${label}: ${formatNumber(count)}` }))
}
