import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { readDay } from '../../format/read-day'
import { useForeignPanel } from '../../overlays/use-foreign-panel'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { turnedDays } from './filter-ranges'
import { dayOf, endOfDay, startOfDay } from './filter-days'

type Props = { label: string; filter: 'createdFrom' | 'createdTo' | 'updatedFrom' | 'updatedTo' }

/** Where the range begins that an end belongs to. */
const begins: Partial<Record<Props['filter'], Props['filter']>> = { createdTo: 'createdFrom', updatedTo: 'updatedFrom' }

const unread = 'No date can be read from this. Type it like 31 Dec 2026 or 31.12.2026.'

/** A day on this computer's clock; both ends of a range belong to it. */
export function DateFilter({ label, filter }: Props) {
  const seconds = useCatalogueStore((state) => state.filters[filter])
  const begin = begins[filter]
  const problem = useCatalogueStore(({ filters }) => (begin ? turnedDays(filters[begin], seconds) : null))
  const [typed, setTyped] = useState('')
  const [isLeft, setLeft] = useState(false)
  const isUnread = typed.trim() !== '' && readDay(typed) === null
  const secondsOf = filter.endsWith('From') ? startOfDay : endOfDay
  return (
    <DateInput
      label={label}
      placeholder="Any day"
      error={isUnread && isLeft ? unread : problem}
      dateParser={readDay}
      // What cannot be read stays to be mended.
      fixOnBlur={!isUnread}
      onInput={({ currentTarget }) => {
        setTyped(currentTarget.value)
        setLeft(false)
      }}
      onBlur={() => setLeft(true)}
      popoverProps={useForeignPanel()}
      valueFormat="D MMM YYYY"
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      value={seconds === undefined ? null : dayOf(seconds)}
      onChange={(day) => {
        setTyped('')
        setFilters({ [filter]: day === null ? undefined : secondsOf(day) })
      }}
    />
  )
}
