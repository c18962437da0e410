import { Button, CloseButton } from '@mantine/core'
import {
  IconBox,
  IconCategory,
  IconEye,
  IconEyeOff,
  IconFileExport,
  IconPencil,
  IconPackages,
  IconReplace,
  IconTag,
  IconTemplate,
  IconTrash,
  IconVersions,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { MenuKey } from '../../components/MenuKey'
import { keyLabels } from '../../format/key-label'
import { Menu } from '../../overlays/Menu'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { clearPicked, mostPicked, pickAllFound, pickedCount, useProductSelection } from '../../stores/product-selection'
import type { ManyActions } from './use-many-actions'
import classes from './SelectionBar.module.css'

type Props = { isCompact: boolean; actions: ManyActions; focusList: () => void }
type Entry = {
  label: string
  keys: string
  Icon: ComponentType<{ size: number; 'aria-hidden': true }>
  run: () => void
  /** Whoever may only read may do it too. */
  isReading?: true
}

/** How many products are selected, and what can be done with them. */
export function SelectionBar({ isCompact, actions, focusList }: Props) {
  const picked = useProductSelection((state) => state.picked)
  const total = useCatalogueStore((state) => state.total ?? 0)
  const count = pickedCount(picked, total)
  if (count === 0) return null
  const isAll = picked.kind === 'found'
  const entries: Entry[] = [
    { label: 'Set a field', keys: 'E', Icon: IconPencil, run: actions.setField },
    { label: 'Prices', keys: 'P', Icon: IconTag, run: actions.prices },
    { label: 'Stock', keys: 'S', Icon: IconPackages, run: actions.stock },
    { label: 'Replace', keys: 'R', Icon: IconReplace, run: actions.replace },
    { label: 'Fill', keys: 'F', Icon: IconTemplate, run: actions.fill },
    { label: 'Options', keys: 'O', Icon: IconVersions, run: actions.options },
    { label: 'Categories', keys: 'C', Icon: IconCategory, run: actions.categories },
    { label: 'Enable', keys: '', Icon: IconEye, run: actions.enable },
    { label: 'Hide', keys: '', Icon: IconEyeOff, run: actions.hide },
    {
      label: 'Export',
      keys: keyLabels(shortcuts['export-products']).join('+'),
      Icon: IconFileExport,
      run: actions.exports,
      isReading: true,
    },
    { label: 'Delete', keys: 'Del', Icon: IconTrash, run: actions.remove },
  ]
  const clear = () => {
    clearPicked()
    focusList()
  }
  return (
    <div role="toolbar" aria-label="Selected products" className={classes.bar} data-foot="selection">
      <output className={classes.count}>{countText(count, total, isAll)}</output>
      {!isAll && total > count && count <= mostPicked && !isCompact && (
        <Button variant="subtle" size="compact-sm" title="Ctrl+A" onClick={pickAllFound}>
          All {formatNumber(total)} found
        </Button>
      )}
      <span className={classes.actions}>
        {isCompact ? <Actions entries={entries} actions={actions} /> : <Buttons entries={entries} actions={actions} />}
      </span>
      <CloseButton size="sm" aria-label="Clear the selection" title="Clear the selection (Esc)" onClick={clear} />
    </div>
  )
}

type PartProps = { entries: Entry[]; actions: ManyActions }

function Buttons({ entries, actions }: PartProps) {
  return entries.map(({ label, keys, Icon, run, isReading = false }) => (
    <Button
      key={label}
      aria-label={label}
      classNames={{ label: classes.label, section: classes.icon }}
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={14} aria-hidden />}
      disabled={!actions.canUpdate && !isReading}
      title={(isReading ? null : actions.reason) ?? (keys ? `${label} (${keys})` : label)}
      onClick={run}
    >
      {label}
    </Button>
  ))
}

/** Beside an open product there is room for one button. */
function Actions({ entries, actions }: PartProps) {
  return (
    <Menu position="top-end" width={200}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconBox size={14} aria-hidden />}>
          Actions
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ label, keys, Icon, run, isReading = false }) => (
          <Menu.Item
            key={label}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={keys ? <MenuKey name={keys} /> : undefined}
            disabled={!actions.canUpdate && !isReading}
            title={(isReading ? null : actions.reason) ?? undefined}
            onClick={run}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function countText(count: number, total: number, isAll: boolean): string {
  const products = total === 1 || count === 1 ? 'product' : 'products'
  if (!isAll) return `${formatNumber(count)} ${products} selected`
  if (count === total) return total === 1 ? 'The one product found' : `All ${formatNumber(total)} products found`
  return `${formatNumber(count)} of the ${formatNumber(total)} products found`
}
