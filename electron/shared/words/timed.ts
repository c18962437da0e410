import { deedOfAction } from '../bulk-action'
import type { CountedThings, TimedProposal } from '../proposal'
import { deedText } from './bulk-deed'

type Named = Pick<TimedProposal, 'action' | CountedThings>

export const timedTitle = (one: Named): string => deedText(deedOfAction(one.action), one)

/** What begins or goes back by itself, as the system tells it. */
export const dueText = (due: 'start' | 'end', one: Named): string =>
  due === 'start' ? `Its time has come: ${timedTitle(one)}.` : `Its time is over, and it goes back: ${timedTitle(one)}.`
