import { Button, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { ProductType } from '../../../electron/shared/store'
import parts from '../../components/screen-parts.module.css'
import { useAccess } from '../../stores/access'
import { useStoreStore } from '../../stores/store-store'
import { askAboutType, enterTypes, useTypeViewStore } from '../../stores/type-view-store'
import { useViewStore } from '../../stores/view-store'
import classes from './shelves.module.css'
import type { LanguagesSlot } from './CategoryLanguages'
import { TypeDialogs } from './TypeDialogs'
import { TypeList } from './TypeList'
import { TypePage } from './TypePage'
import { useTypedBefore } from './use-typed'

const none: ProductType[] = []

/** The product types of the store, and the page of the one that is chosen. */
export function ProductTypesScreen({ languages }: { languages: (props: LanguagesSlot) => ReactNode }) {
  const connectionId = useViewStore((view) => view.connectionId)
  const types = useStoreStore((state) => state.snapshot?.productTypes) ?? none
  const isReady = useTypeViewStore((view) => view.connectionId === connectionId)
  const list = useRef<HTMLDivElement>(null)
  useTypedBefore(connectionId)
  useEffect(() => {
    if (connectionId !== null) enterTypes(connectionId)
  }, [connectionId])

  if (connectionId === null || !isReady) return null
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">Product types</h1>
      <div className={classes.side}>
        <div className={parts.toolbar}>
          <p className={classes.about}>A type decides which attributes its products have.</p>
          <NewType />
        </div>
        <TypeList ref={list} types={types} />
      </div>
      <TypePage key={connectionId} {...{ connectionId, types, languages }} />
      <TypeDialogs connectionId={connectionId} types={types} onClosed={() => list.current?.focus()} />
    </div>
  )
}

function NewType() {
  const { canCreate, reason } = useAccess()
  return (
    <Tooltip label={canCreate ? 'New product type' : reason} multiline maw={280}>
      <Button
        h={34}
        leftSection={<IconPlus size={16} aria-hidden />}
        data-disabled={canCreate ? undefined : true}
        aria-disabled={!canCreate}
        onClick={() => canCreate && askAboutType('create')}
      >
        New type
      </Button>
    </Tooltip>
  )
}
