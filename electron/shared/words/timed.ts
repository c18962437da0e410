import { deedOfAction } from '../bulk-action'
import type { TimedProposal } from '../proposal'
import { deedText } from './bulk-deed'

type Named = Pick<TimedProposal, 'action' | 'products' | 'shelves'>

export const timedTitle = ({ action, products, shelves }: Named): string =>
  deedText(deedOfAction(action), products, shelves)

/** What begins or goes back by itself, as the system tells it. */
export const dueText = (due: 'start' | 'end', one: Named): string =>
  due === 'start' ? `Its time has come: ${timedTitle(one)}.` : `Its time is over, and it goes back: ${timedTitle(one)}.`
