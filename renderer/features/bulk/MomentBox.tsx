import { Group, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { instantOf, momentOf, readTime, type Moment } from '../../format/moments'
import { readDay } from '../../format/read-day'
import { useForeignPanel } from '../../overlays/use-foreign-panel'
import classes from './bulk.module.css'

type Props = { label: string; value: Moment; problem: string | undefined; onValue: (value: Moment) => void }

/** A day and a time of it, on the clock of this computer. */
export function MomentBox({ label, value, problem, onValue }: Props) {
  const panel = useForeignPanel()
  const at = instantOf(value)
  const typed = readTime(value.time)
  const shown = at === null ? typed : momentOf(at).time
  return (
    <div className={classes.moment}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <DateInput
          aria-label={`${label}: day`}
          valueFormat="ddd D MMM YYYY"
          w={170}
          dateParser={readDay}
          popoverProps={panel}
          error={problem !== undefined}
          value={value.day || null}
          onChange={(day) => onValue({ ...value, day: day ?? '' })}
        />
        <TextInput
          aria-label={`${label}: time`}
          w={90}
          error={problem !== undefined}
          value={value.time}
          onChange={(event) => onValue({ ...value, time: event.currentTarget.value })}
          onBlur={() => typed !== null && onValue({ ...value, time: typed })}
        />
      </Group>
      {problem && (
        <Text c="var(--stock-danger-text)" fz={12}>
          {problem}
        </Text>
      )}
      {shown !== typed && (
        <Text c="dimmed" fz={12}>
          The clock is set forward that night: there is no {typed}. It is {shown}.
        </Text>
      )}
    </div>
  )
}
