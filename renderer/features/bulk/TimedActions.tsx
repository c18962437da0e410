import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TimedProposal } from '../../../electron/shared/proposal'
import { timedTitle } from '../../../electron/shared/words/timed'
import { tellWhyNot } from '../../components/notify'
import { Modal } from '../../overlays/Modal'
import { Question } from '../../overlays/Question'
import { endNow, letGo, setTimes } from '../../stores/timed-store'
import { TimesForm } from './TimesForm'

type Asked = 'times' | 'let-go' | 'end'

/** What its owner can do with it: another time, now, or not at all. */
export function TimedActions({ one }: { one: TimedProposal }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { stage, missed } = one
  const close = () => setAsked(null)
  const about = { size: 'compact-sm', variant: 'default', 'aria-description': timedTitle(one) } as const
  if (stage === 'starts') return null
  if (stage === 'over') {
    return (
      <Button {...about} onClick={() => void letGo(one).then(tellWhyNot)}>
        Close
      </Button>
    )
  }
  const isAhead = stage === 'rests'
  return (
    <>
      <Button {...about} onClick={() => setAsked('times')}>
        Change the time…
      </Button>
      {isAhead && missed && (
        <Button {...about} onClick={() => void startNow(one)}>
          Start now
        </Button>
      )}
      <Button {...about} onClick={() => setAsked(isAhead ? 'let-go' : 'end')}>
        {isAhead ? 'Don’t start…' : 'End now…'}
      </Button>
      <Modal opened={asked === 'times'} onClose={close} title="Start and end">
        <TimesForm
          times={one}
          hasBegun={!isAhead}
          onClose={close}
          onTimes={(times) => setTimes(one, { ...times, startsAt: isAhead ? times.startsAt : null })}
        />
      </Modal>
      <Question
        opened={asked === 'let-go'}
        title="Don’t start this?"
        yes={{ label: 'Don’t start it', act: () => letGo(one).then(tellWhyNot).then(close) }}
        onNo={close}
      >
        {`“${timedTitle(one)}” is forgotten. Nothing of it was written.`}
      </Question>
      <Question
        opened={asked === 'end'}
        title="End this now?"
        yes={{ label: 'End it now', act: () => endNow(one).then(tellWhyNot).then(close) }}
        onNo={close}
      >
        {`What “${timedTitle(one)}” changed goes back as it was. Changes shows how far it is.`}
      </Question>
    </>
  )
}

/** A passed end goes with the passed start. */
export function startNow(one: TimedProposal): Promise<void> {
  const endsAt = one.endsAt !== null && one.endsAt > Date.now() ? one.endsAt : null
  return setTimes(one, { startsAt: null, endsAt }).then(tellWhyNot)
}
