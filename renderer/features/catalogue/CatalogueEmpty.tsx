import { Button, Text, Title } from '@mantine/core'
import { IconCloudDownload, IconPackage, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { productsText } from '../../../electron/shared/words/counts'
import { useAccess } from '../../stores/access'
import { clearFilters, refresh, setFilters, setSearchText, useCatalogueStore } from '../../stores/catalogue-store'
import { runCommand } from '../../stores/command-store'
import { useStoreStore } from '../../stores/store-store'
import { useStoreWords } from '../../stores/store-words'
import { showProduct } from '../../stores/view-store'
import classes from './CatalogueEmpty.module.css'
import { filterChips, filterSentence } from './filter-chips'
import { isFillingUp } from './pull-text'

/** Why there is nothing to see, and the next step. */
export function CatalogueEmpty() {
  const isFiltered = useCatalogueStore(({ filters }) => Object.keys(filters).length > 0)
  const problem = useCatalogueStore((state) => state.problem)
  const sync = useStoreStore((state) => state.snapshot?.sync)
  if (problem) {
    return (
      <Message icon={<IconPlugConnectedX />} title="The list could not be read" text={problem.message}>
        <Button variant="default" onClick={refresh}>
          Try again
        </Button>
      </Message>
    )
  }
  if (isFiltered) return <NothingFound />
  if (sync && isFillingUp(sync)) {
    return (
      <Message
        icon={<IconCloudDownload />}
        title={sync.phase === 'paused' ? 'Nothing brought in yet' : 'Bringing in your catalogue'}
        text={
          sync.phase === 'paused' ? 'Resume above to go on where it stopped.' : 'The first products appear in a moment.'
        }
      />
    )
  }
  if (sync && (sync.phase === 'failed' || sync.phase === 'never') && sync.syncedAt === null) {
    return (
      <Message
        icon={<IconPlugConnectedX />}
        title="The catalogue is not here yet"
        text={sync.problem?.message ?? 'It was not brought in from the store so far.'}
      >
        <Button variant="default" onClick={() => runCommand('refresh')}>
          {sync.phase === 'failed' ? 'Try again' : 'Bring it in'}
        </Button>
      </Message>
    )
  }
  return <NoProducts />
}

function NoProducts() {
  const { canCreate, reason } = useAccess()
  return (
    <Message
      icon={<IconPackage />}
      title="No products yet"
      text={reason ?? 'Add the first one here; it is sent to your store as soon as you save it.'}
    >
      {canCreate && <Button onClick={() => showProduct('new')}>New product</Button>}
    </Message>
  )
}

function NothingFound() {
  const filters = useCatalogueStore((state) => state.filters)
  const hints = useCatalogueStore((state) => state.hints)
  const instead = useCatalogueStore((state) => state.instead)
  const words = useStoreWords()
  const chips = filterChips(filters, words)
  const drop = (filter: (typeof hints)[number]['filter']) => {
    if (filter === 'text') return setSearchText('')
    const chip = chips.find((each) => each.filter === filter)
    // Attributes and options have a chip for each name; the hint counts without any of them.
    setFilters(chip && filter !== 'attributes' && filter !== 'options' ? chip.without : { [filter]: undefined })
  }
  return (
    <Message
      icon={<IconSearchOff />}
      title="No product matches"
      text={hints.length > 0 || instead ? null : textWithoutHints(chips.length)}
    >
      {instead && (
        <Button variant="default" onClick={() => setSearchText(instead.text)}>
          <span className={classes.hint}>
            Did you mean “{instead.text}”? {productsText(instead.total)}
          </span>
        </Button>
      )}
      {hints.map(({ filter, total }) => (
        <Button key={filter} variant="default" onClick={() => drop(filter)}>
          <span className={classes.hint}>
            Without “{bare(filterSentence(filter, filters, words))}” there {total === 1 ? 'is' : 'are'}{' '}
            {productsText(total)}
          </span>
        </Button>
      ))}
      {chips.length > 1 && (
        <Button variant="subtle" onClick={clearFilters}>
          Clear all filters
        </Button>
      )}
    </Message>
  )
}

function textWithoutHints(chips: number): string {
  return chips > 0
    ? 'Taking a single filter away does not help; clear all of them to start over.'
    : 'Check the spelling, or type fewer words.'
}

const bare = (sentence: string) => sentence.replace(/^“|”$/g, '')

type MessageProps = { icon: ReactNode; title: string; text: string | null; children?: ReactNode }

function Message({ icon, title, text, children }: MessageProps) {
  return (
    <div className={classes.empty}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Title order={2}>{title}</Title>
      {text && <Text c="dimmed">{text}</Text>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
