import { Button, Group, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import {
  wasSoAt,
  type ComparedThing,
  type Difference,
  type NamesThen,
  type Snapshot,
} from '../../../electron/shared/snapshot'
import { occasionText } from '../../../electron/shared/words/snapshot'
import { Banner } from '../../components/Banner'
import { EmptyNote } from '../../components/EmptyNote'
import { tellWhyNot } from '../../components/notify'
import cards from '../../components/folding-cards.module.css'
import { formatWhen } from '../../format/dates'
import { useAccess } from '../../stores/access'
import { showProduct } from '../../stores/view-store'
import { putBack } from './put-back'
import { PutBackDialog } from './PutBackDialog'
import { newProducts, nothingText, tallyText } from './snapshot-words'
import classes from './snapshots.module.css'
import { useComparison } from './use-comparison'

/** Values of a thing as they were and as they are. */
export type DifferencesSlot = (props: {
  connectionId: string
  differences: Difference[]
  called: NamesThen
}) => ReactNode

type Props = { connectionId: string; snapshot: Snapshot; differences: DifferencesSlot; onBack: () => void }

/** What is another now than it was in a snapshot. */
export function CompareScreen({ connectionId, snapshot, differences, onBack }: Props) {
  const { found, problem, rest, showMore } = useComparison(connectionId, snapshot.id)
  const [isAsking, setAsking] = useState(false)
  const { canUpdate } = useAccess()
  return (
    <div className={classes.screen}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        ml={-8}
        mb={4}
        onClick={onBack}
      >
        Snapshots
      </Button>
      <Title order={1}>Compare with now</Title>
      <Text c="dimmed" mb="md" className={classes.when}>
        {formatWhen(wasSoAt(snapshot))} · {occasionText(snapshot.occasion)}
      </Text>
      {problem && <Banner tone="warning">{problem.message}</Banner>}
      {!found && !problem && (
        <Stack gap="xs" aria-busy>
          <Skeleton h={48} />
          <Skeleton h={48} />
        </Stack>
      )}
      {found?.total === 0 && <EmptyNote title="Nothing has changed">{nothingText(snapshot)}</EmptyNote>}
      {found && found.total > 0 && (
        <>
          <Group justify="space-between" mb="xs">
            <Text>{tallyText(found.tally)}</Text>
            {canUpdate && (found.tally.goBack > 0 || newProducts(found.tally) > 0) && (
              <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
                Put back everything…
              </Button>
            )}
          </Group>
          <PutBackDialog
            connectionId={connectionId}
            snapshot={snapshot}
            tally={found.tally}
            opened={isAsking}
            onClose={() => setAsking(false)}
          />
          <ul className={cards.cards} aria-label="What differs">
            {found.things.map((one) => (
              <li key={one.id} className={`${cards.card} ${classes.compared}`}>
                <Head one={one}>
                  {canUpdate && one.goesBack && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-description={one.name}
                      onClick={() =>
                        void putBack(connectionId, snapshot.id, {
                          ...{ stock: true, deletes: false, productId: one.id },
                        }).then(tellWhyNot)
                      }
                    >
                      Put back…
                    </Button>
                  )}
                </Head>
                {differences({ connectionId, differences: one.differences, called: found.called })}
              </li>
            ))}
          </ul>
          {rest > 0 && (
            <Button variant="default" mt="sm" onClick={showMore}>
              Show more ({formatNumber(rest)})
            </Button>
          )}
        </>
      )}
    </div>
  )
}

const words = { changed: '', new: 'Not there then', gone: 'Not there now' } as const
const nouns = { product: 'Product', category: 'Category', productType: 'Product type' } as const

function Head({ one, children }: { one: ComparedThing; children: ReactNode }) {
  const { id, thing, name, became } = one
  const title = name || `${nouns[thing]} without a name`
  return (
    <div className={classes.comparedHead}>
      {thing === 'product' && became !== 'gone' ? (
        <UnstyledButton className={classes.link} onClick={() => showProduct(id)}>
          {title}
        </UnstyledButton>
      ) : (
        <span className={classes.comparedName}>{title}</span>
      )}
      <Text component="span" fz="xs" c="dimmed" flex={1}>
        {[thing !== 'product' && nouns[thing], words[became]].filter(Boolean).join(' · ')}
      </Text>
      {children}
    </div>
  )
}
