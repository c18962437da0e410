import { Button, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Banner } from '../../components/Banner'
import { EmptyNote } from '../../components/EmptyNote'
import { formatNumber } from '../../format/numbers'
import { useChangesSummary } from '../../stores/changes-store'
import { useCurrentConnection } from '../../stores/connection-store'
import { ChangeSetCard } from './ChangeSetCard'
import classes from './changes.module.css'
import { useChangeCounts, useChangeSets, type ChangeFilter } from './use-change-sets'

const tabs: { filter: ChangeFilter; label: string; empty: string; hint: string }[] = [
  {
    filter: 'open',
    label: 'Waiting',
    empty: 'Nothing is waiting',
    hint: 'Everything you changed is in the store.',
  },
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
    hint: 'What you change appears here once the store has it, and can be reverted from here.',
  },
  {
    filter: 'all',
    label: 'All',
    empty: 'You have not changed anything yet',
    hint: 'Every save is kept here with what was before, so that it can be reverted.',
  },
]

/** What waits, what was refused and what was sent, each with its diff and its actions. */
export function ChangesScreen() {
  const connection = useCurrentConnection()
  return connection && <ChangesOf key={connection.id} connectionId={connection.id} storeName={connection.name} />
}

function ChangesOf({ connectionId, storeName }: { connectionId: string; storeName: string }) {
  const summary = useChangesSummary()
  const [filter, setFilter] = useState<ChangeFilter>(() =>
    (summary?.refused ?? 0) + (summary?.conflict ?? 0) > 0 ? 'refused' : 'open',
  )
  const counts = useChangeCounts(connectionId)
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Title order={1}>Changes</Title>
        <Text c="dimmed">{storeName}</Text>
      </header>
      {summary?.blockedBy && <Banner tone="warning">{summary.blockedBy.message}</Banner>}
      <Tabs value={filter} onChange={(value) => setFilter((value ?? 'open') as ChangeFilter)}>
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
            <SetList connectionId={connectionId} tab={tab} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}

function SetList({ connectionId, tab }: { connectionId: string; tab: (typeof tabs)[number] }) {
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
  if (list.total === 0) return <EmptyNote title={tab.empty}>{tab.hint}</EmptyNote>
  return (
    <>
      <ul className={classes.sets}>
        {list.sets.map((set) => (
          <ChangeSetCard key={set.id} connectionId={connectionId} set={set} />
        ))}
      </ul>
      {list.total > list.sets.length && (
        <Button variant="default" mt="sm" onClick={() => setCount(count + 50)}>
          Show older ones ({formatNumber(list.total - list.sets.length)})
        </Button>
      )}
    </>
  )
}
