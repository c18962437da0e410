import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { TimedProposal } from '../../../electron/shared/proposal'
import { timedTitle } from '../../../electron/shared/words/timed'
import { tellWhyNot } from '../../components/notify'
import { useNow } from '../../components/use-now'
import { formatMoment } from '../../format/moments'
import { Modal } from '../../overlays/Modal'
import { useConnectionStore } from '../../stores/connection-store'
import { endNow, letGo, setTimes, useTimedStore } from '../../stores/timed-store'
import { startNow } from './TimedActions'
import { TimesForm } from './TimesForm'

const nameOf = (one: TimedProposal) => `${one.connectionId} ${one.id} ${one.missed}`

/** What should have begun or ended while the app did not run: never late without a word. */
export function MissedQuestion() {
  const timed = useTimedStore((state) => state.timed)
  // Closed without an answer: it is asked at the next start again, and stands in Changes.
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const missed = Object.values(timed)
    .flat()
    .find((one) => one.missed !== null && !later.has(nameOf(one)))
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(missed)
  if (missed && missed !== last) setLast(missed)
  const close = () => missed && setLater(new Set([...later, nameOf(missed)]))
  const title = last?.missed === 'end' ? 'The end has passed' : 'The start has passed'
  return (
    <Modal opened={missed !== undefined} onClose={close} title={title} size={520}>
      {last && <Question key={nameOf(last)} one={last} onClose={close} />}
    </Modal>
  )
}

function Question({ one, onClose }: { one: TimedProposal; onClose: () => void }) {
  const [isTyping, setTyping] = useState(false)
  const now = useNow(60_000)
  const store = useConnectionStore(({ connections }) => connections.find(({ id }) => id === one.connectionId)?.name)
  const { missed, startsAt, endsAt } = one
  if (isTyping) {
    return (
      <TimesForm
        times={one}
        hasBegun={missed === 'end'}
        onClose={() => setTyping(false)}
        onTimes={(times) => setTimes(one, times)}
      />
    )
  }
  const isEnd = missed === 'end'
  const at = (isEnd ? endsAt : startsAt) ?? 0
  return (
    <Stack gap="md">
      <Text>
        “{timedTitle(one)}” in {store} should have {isEnd ? 'ended' : 'started'} {formatMoment(at)}. Stockroom did not
        run then, so {isEnd ? 'it still goes on.' : 'nothing was changed.'}
      </Text>
      {!isEnd && endsAt !== null && (
        <Text c="dimmed">
          {endsAt > now
            ? `Its end is ${formatMoment(endsAt)}.`
            : `Its end, ${formatMoment(endsAt)}, has passed too: started now, it goes on until you end it.`}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={() => setTyping(true)}>
          Another time…
        </Button>
        <Button
          variant="default"
          onClick={() =>
            void (isEnd ? setTimes(one, { startsAt: null, endsAt: null }) : letGo(one)).then(tellWhyNot).then(onClose)
          }
        >
          {isEnd ? 'Don’t end it' : 'Don’t start it'}
        </Button>
        <Button
          data-autofocus
          onClick={() => void (isEnd ? endNow(one).then(tellWhyNot) : startNow(one)).then(onClose)}
        >
          {isEnd ? 'End it now' : 'Start it now'}
        </Button>
      </Group>
    </Stack>
  )
}
