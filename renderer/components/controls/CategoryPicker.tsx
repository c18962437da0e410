import { Combobox, Pill, useCombobox } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { foldText } from '../../../electron/shared/fold-text'
import type { Category } from '../../../electron/shared/store'
import { categoryNodes, type CategoryNode } from '../../../electron/shared/category-nodes'
import { matchingCategories } from '../../format/category-tree'
import classes from './category-picker.module.css'
import { FindBox } from './FindBox'

type Props = {
  categories: Category[]
  chosen: number[]
  onChange: (ids: number[]) => void
  error?: string
  readOnly: boolean
  onMake?: (name: string) => Promise<string | null>
  /** Within something that closes by a click outside of it. */
  isInPopover?: boolean
}

/** Enough to scroll through; whoever has more types a word. */
const shownAtMost = 200

/** Chips of the chosen categories, and a box that finds others in the tree by any word of their path. */
export function CategoryPicker({ categories, chosen: known, onChange, error, readOnly, onMake, isInPopover }: Props) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const chosen = useMemo(() => known.map((id) => idNow(id, categories)), [known, categories])
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const nodes = useMemo(() => categoryNodes(categories), [categories])
  const found = useMemo(() => matchingCategories(nodes, typed), [nodes, typed])

  const wished = typed.trim()
  const isMissing = wished !== '' && !found.some(({ name }) => foldText(name) === foldText(wished))

  // Where that failed, the name stays to be tried again.
  const make = async () => {
    const why = (await onMake?.(typed)) ?? null
    setProblem(why)
    if (why !== null) setTyped(typed)
  }

  const toggle = (id: number) => {
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  }

  return (
    <div className={classes.picker}>
      {chosen.length > 0 ? (
        <Pill.Group gap={4}>
          {chosen.map((id) => {
            const node = nodes.find((one) => one.id === id)
            const name = node?.name ?? `Category ${id}`
            return (
              <Pill
                key={id}
                size="md"
                withRemoveButton={!readOnly}
                onRemove={() => toggle(id)}
                removeButtonProps={{ 'aria-label': `Remove ${name}`, 'aria-hidden': false, tabIndex: 0 }}
                title={node?.path.join(' › ') ?? name}
                maw="100%"
                className={classes.chip}
              >
                {name}
              </Pill>
            )
          })}
        </Pill.Group>
      ) : (
        <p className={classes.none}>In no category: shoppers find it by search only.</p>
      )}
      {!readOnly && (
        <Combobox
          store={combobox}
          withinPortal={!isInPopover}
          onOptionSubmit={(value) => {
            setProblem(null)
            if (value === toMake) void make()
            else toggle(Number(value))
            setTyped('')
          }}
        >
          <FindBox
            label="Add a category"
            placeholder="Add a category"
            list={combobox}
            value={typed}
            error={error ?? problem}
            onType={setTyped}
          />
          <Combobox.Dropdown>
            <Combobox.Options className={classes.options} aria-label="Categories">
              {found.slice(0, shownAtMost).map((node) => (
                <CategoryOption key={node.id} node={node} chosen={chosen.includes(node.id)} flat={typed !== ''} />
              ))}
              {onMake && isMissing && (
                <Combobox.Option value={toMake}>
                  <div className={classes.option}>
                    <IconPlus size={14} aria-hidden />
                    <span className={classes.name}>Create “{wished}”</span>
                  </div>
                </Combobox.Option>
              )}
              {found.length === 0 && (
                <Combobox.Empty>
                  {nodes.length === 0 ? 'This store has no categories yet' : 'No category has these words'}
                </Combobox.Empty>
              )}
            </Combobox.Options>
            {found.length > shownAtMost && (
              <Combobox.Footer>{found.length - shownAtMost} more: type to find them</Combobox.Footer>
            )}
          </Combobox.Dropdown>
        </Combobox>
      )}
    </div>
  )
}

/** The value of the option that makes a category. */
const toMake = 'make'

/** One made here is chosen by its first id until the product is saved. */
const idNow = (id: number, categories: readonly Category[]): number =>
  id < 0 ? (categories.find(({ madeAs }) => madeAs === id)?.id ?? id) : id

function CategoryOption({ node, chosen, flat }: { node: CategoryNode; chosen: boolean; flat: boolean }) {
  return (
    <Combobox.Option value={String(node.id)} active={chosen} aria-selected={chosen}>
      <div className={classes.option} style={{ paddingLeft: flat ? 0 : node.depth * 16 }}>
        <IconCheck size={14} className={classes.check} data-chosen={chosen} aria-hidden />
        <span className={classes.name}>
          {flat && node.depth > 0 && <span className={classes.parents}>{node.path.slice(0, -1).join(' › ')} › </span>}
          {node.name}
          {!node.enabled && <span className={classes.parents}> (hidden)</span>}
        </span>
      </div>
    </Combobox.Option>
  )
}
