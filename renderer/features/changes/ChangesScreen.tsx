import { Button, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Description } from '../../components/description-slot'
import type { ChangesSummary } from '../../../electron/shared/change'
import { Banner } from '../../components/Banner'
import { EmptyNote } from '../../components/EmptyNote'
import cards from '../../components/folding-cards.module.css'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { useChangesSummary } from '../../stores/changes-store'
import { useCurrentConnection } from '../../stores/connection-store'
import { showChangesTab, useViewStore } from '../../stores/view-store'
import { ChangeSetCard } from './ChangeSetCard'
import classes from './changes.module.css'
import { ConflictTable } from './ConflictTable'
import { HoldAll } from './HoldAll'
import { useChangeSets, type ChangeFilter } from './use-change-sets'

type TabOf = { filter: ChangeFilter; label: string; empty: string; hint: string }

const tabs: TabOf[] = [
  {
    filter: 'queue',
    label: 'Waiting',
    empty: 'Nothing is waiting',
    hint: 'Everything you changed is in the store.',
  },
  { filter: 'conflict', label: 'Conflicts', empty: '', hint: '' },
  {
    filter: 'refused',
    label: 'Refused',
    empty: 'Nothing was refused',
    hint: 'What the store does not accept is kept here with its reason, until you decide.',
  },
  {
    filter: 'sent',
    label: 'Sent',
    empty: 'Nothing was sent yet',
    hint: 'What you change appears here once the store has it, and can be undone from here.',
  },
  {
    filter: 'store',
    label: 'By others',
    empty: 'Nobody else has changed anything yet',
    hint: 'What is changed in the store itself or by other programs appears here and can be put back.',
  },
  {
    filter: 'all',
    label: 'All',
    empty: 'Nothing was changed yet',
    hint: 'Every save is kept here with what was before, so that it can be undone.',
  },
]

/** `timed`: what waits for a time of its own. */
type Slots = { description: Description; timed: ReactNode }

/** The queue, what needs a decision and the history, each with its diff and its actions. */
export function ChangesScreen({ description, timed }: Slots) {
  const connection = useCurrentConnection()
  return (
    connection && (
      <ChangesOf
        key={connection.id}
        connectionId={connection.id}
        storeName={connection.name}
        description={description}
        timed={timed}
      />
    )
  )
}

type Props = Slots & { connectionId: string; storeName: string }

function ChangesOf({ connectionId, storeName, description, timed }: Props) {
  const summary = useChangesSummary()
  const [first] = useState<ChangeFilter>(() => whatMatters(summary))
  const filter = useViewStore((view) => view.changesTab) ?? first
  const counts = summary ? countsOf(summary) : {}
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Title order={1}>Changes</Title>
        <Text c="dimmed" className={classes.storeName}>
          {storeName}
        </Text>
        <HoldAll connectionId={connectionId} />
      </header>
      {/* A refused key stands above every screen already. */}
      {summary?.blockedBy && summary.blockedBy.code !== 'bad-key' && (
        <Banner tone="warning">{summary.blockedBy.message}</Banner>
      )}
      {summary?.holdAll && <Banner tone="info">Sending is held: nothing goes to the store while this is on.</Banner>}
      <Tabs value={filter} onChange={(value) => showChangesTab((value ?? 'queue') as ChangeFilter)}>
        <Tabs.List className={classes.tabs}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.filter} value={tab.filter}>
              {tab.label}
              {counts[tab.filter] !== undefined && (
                <span className={classes.tabCount}>{formatNumber(counts[tab.filter] ?? 0)}</span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Panel key={tab.filter} value={tab.filter} className={classes.panel}>
            {tab.filter === 'queue' && timed}
            {tab.filter === 'conflict' ? (
              <ConflictTable connectionId={connectionId} description={description} />
            ) : (
              <SetList connectionId={connectionId} tab={tab} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}

/** What is open, in changes, as at the side of the window. How long the history has become is no news. */
function countsOf({
  waiting,
  held,
  sending,
  conflict,
  refused,
}: ChangesSummary): Partial<Record<ChangeFilter, number>> {
  return { queue: waiting + held + sending, conflict, refused }
}

/** Where to look instead: an empty queue does not mean that everything is in the store. */
function hintOf({ filter, hint }: TabOf, summary: ChangesSummary | null): string {
  if (filter !== 'queue' || !summary) return hint
  const places = [summary.conflict > 0 && 'Conflicts', summary.refused > 0 && 'Refused'].filter(Boolean).join(' and ')
  return places ? `What is not in the store yet needs your decision: see ${places}.` : hint
}

function whatMatters(summary: ChangesSummary | null): ChangeFilter {
  if ((summary?.conflict ?? 0) > 0) return 'conflict'
  return (summary?.refused ?? 0) > 0 ? 'refused' : 'queue'
}

function SetList({ connectionId, tab }: { connectionId: string; tab: TabOf }) {
  const summary = useChangesSummary()
  const [count, setCount] = useState(50)
  const { list, problem } = useChangeSets(connectionId, tab.filter, count)
  if (problem) return <EmptyNote title="The list of changes could not be read">{problem.message}</EmptyNote>
  if (!list) {
    return (
      <Stack gap="xs" aria-busy>
        <Skeleton h={48} />
        <Skeleton h={48} />
      </Stack>
    )
  }
  if (list.total === 0) return <EmptyNote title={tab.empty}>{hintOf(tab, summary)}</EmptyNote>
  return (
    <>
      <ul className={cards.cards}>
        {list.sets.map((set) => (
          <ChangeSetCard key={set.id} connectionId={connectionId} set={set} />
        ))}
      </ul>
      {list.total > list.sets.length && (
        <Button variant="default" mt="sm" onClick={() => setCount(count + 50)}>
          Show {tab.filter === 'queue' ? 'more' : 'older ones'} ({formatNumber(list.total - list.sets.length)})
        </Button>
      )}
    </>
  )
}
