import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type SyntheticEvent } from 'react'
import { Popover } from '../../../overlays/Popover'
import type { Variation } from '../../../stores/variation-edits'
import { addVariations } from '../../../stores/variation-rows'
import { combinationsOf, pairsKey, usedNames, type Choosable } from '../../../../electron/shared/variations/choosable'
import { goToCell, showRow } from './grid-store'
import classes from './variations.module.css'

type Props = { options: readonly Choosable[]; variations: readonly Variation[] }

/** One variation more, by the choices that it stands for. */
export function AddVariation({ options, variations }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          Add
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add a variation">
        {isOpen && <Choose options={options} variations={variations} />}
      </Popover.Dropdown>
    </Popover>
  )
}

/** It stays open for the next one. */
function Choose({ options, variations }: Props) {
  const used = usedNames(options, variations)
  const of = options.filter(({ name }) => used.has(name))
  const taken = new Set(variations.map((row) => pairsKey(row.options)))
  const [chosen, choose] = useState<Readonly<Record<string, string>>>({})
  const free = firstFree(of, taken)
  const pairs = of.map(({ name, choices }) => {
    const start = free?.find((pair) => pair.name === name)?.value ?? choices[0] ?? ''
    return { name, value: chosen[name] ?? start }
  })
  const isTaken = taken.has(pairsKey(pairs))
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (isTaken) return
    addVariations([{ options: pairs, fields: {} }])
    goToCell({ row: variations.length, column: 0 })
    showRow(variations.length)
    choose({})
  }
  return (
    <form className={classes.choose} onSubmit={add}>
      {of.map(({ name, choices }, at) => (
        <NativeSelect
          key={name}
          size="xs"
          label={name}
          data={[...choices]}
          value={pairs[at]?.value ?? ''}
          onChange={({ currentTarget }) => choose({ ...chosen, [name]: currentTarget.value })}
        />
      ))}
      <Button type="submit" size="compact-sm" disabled={isTaken}>
        Add variation
      </Button>
      <output className={classes.quiet}>{isTaken ? 'There is a variation of these choices.' : ''}</output>
    </form>
  )
}

/** So many are looked through. */
const most = 5000

function firstFree(options: readonly Choosable[], taken: ReadonlySet<string>) {
  const few = options.reduce((count, { choices }) => count * choices.length, 1) <= most
  return few ? combinationsOf(options).find((pairs) => !taken.has(pairsKey(pairs))) : undefined
}
