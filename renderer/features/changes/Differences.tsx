import { useMemo } from 'react'
import { withNamesThen, type Difference, type NamesThen } from '../../../electron/shared/snapshot'
import { useStoreWords } from '../../stores/store-words'
import { diffLines } from './diff-lines'
import { withPicturesTogether } from './pictures-together'
import { DiffLineView } from './DiffLineView'
import { useNamesOf } from './use-names-of'

type Props = { connectionId: string; differences: Difference[]; called: NamesThen }

/** Between two states of a thing, as changes are shown. */
export function Differences({ connectionId, differences, called }: Props) {
  const now = useStoreWords()
  const words = useMemo(() => withNamesThen(now, called), [now, called])
  useNamesOf(differences)
  return withPicturesTogether(differences.flatMap((each) => diffLines(each, words))).map((line, index) => (
    <DiffLineView key={index} connectionId={connectionId} line={line} />
  ))
}
