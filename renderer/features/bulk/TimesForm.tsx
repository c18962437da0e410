import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { Times } from '../../../electron/shared/proposal'
import { Status } from '../../components/Status'
import { useNow } from '../../components/use-now'
import type { Moment } from '../../format/moments'
import { MomentBox } from './MomentBox'
import { timesOf, wishOf } from './times-wish'

type Props = {
  times: Times
  /** It has begun already: only its end can be another one. */
  hasBegun?: boolean
  onClose: () => void
  /** Answers with why not. */
  onTimes: (times: Times) => Promise<ErrorInfo | null>
}

/** When it begins, and when it goes back. */
export function TimesForm({ times: given, hasBegun = false, onClose, onTimes }: Props) {
  const now = useNow(10_000)
  const [wish, setWish] = useState(() => wishOf(given, now))
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const [isBusy, setBusy] = useState(false)
  const read = timesOf(hasBegun ? { ...wish, hasStart: false } : wish, now)
  const problems = 'problems' in read ? read.problems : {}

  async function save(): Promise<void> {
    if (!('times' in read)) return
    setBusy(true)
    const refused = await onTimes(read.times)
    setBusy(false)
    setProblem(refused)
    if (!refused) onClose()
  }

  return (
    <Stack gap="md">
      {!hasBegun && (
        <When
          label="Starts"
          ways={['At once', 'At a time']}
          isSet={wish.hasStart}
          moment={wish.start}
          problem={problems.start}
          onSet={(hasStart) => setWish({ ...wish, hasStart })}
          onMoment={(start) => setWish({ ...wish, start })}
        />
      )}
      <When
        label="Ends"
        ways={['Never', 'At a time, and all of it goes back as it was']}
        isSet={wish.hasEnd}
        moment={wish.end}
        problem={problems.end}
        onSet={(hasEnd) => setWish({ ...wish, hasEnd })}
        onMoment={(end) => setWish({ ...wish, end })}
      />
      <Text c="dimmed">
        Stockroom has to run at these times, on the clock of this computer. If it does not, it asks you when it is
        started the next time.
      </Text>
      {problem && (
        <Status tone="danger" role="alert">
          {problem.message}
        </Status>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={isBusy} disabled={!('times' in read)} onClick={() => void save()}>
          Set the time
        </Button>
      </Group>
    </Stack>
  )
}

type WhenProps = {
  label: string
  ways: [string, string]
  isSet: boolean
  moment: Moment
  problem: string | undefined
  onSet: (isSet: boolean) => void
  onMoment: (moment: Moment) => void
}

function When({ label, ways, isSet, moment, problem, onSet, onMoment }: WhenProps) {
  return (
    <Radio.Group label={label} value={isSet ? 'set' : 'none'} onChange={(value) => onSet(value === 'set')}>
      <Stack gap={6} mt={4}>
        <Radio value="none" label={ways[0]} />
        <Radio value="set" label={ways[1]} />
        {isSet && <MomentBox label={label} value={moment} problem={problem} onValue={onMoment} />}
      </Stack>
    </Radio.Group>
  )
}
