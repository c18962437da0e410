import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { fieldOf } from '../../../../../electron/shared/fields/product-fields'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { formatNumber } from '../../../../../electron/shared/numbers/numbers'
import { Modal } from '../../../../overlays/Modal'
import { valuesOf } from '../../../../stores/product-edits'
import { openedProduct, useProductStore } from '../../../../stores/product-store'
import { addVariations } from '../../../../stores/variation-rows'
import { ownNow, type Variation } from '../../../../stores/variation-edits'
import { useFormState } from '../../form-state'
import { combinationCount, usedNames, type Choosable } from '../../../../../electron/shared/variations/choosable'
import { showRow } from '../grid-store'
import { stockColumn, numberColumn, type VariationColumn } from '../../../../format/variation-column'
import { linesOf, mostAtOnce, summaryOf, variationsOf } from '../../../../../electron/shared/variations/generation'
import { Preview } from './Preview'
import { patternProblem, usualPattern } from '../../../../../electron/shared/variations/sku-pattern'
import { useTakenSkus } from './use-taken-skus'
import classes from './generate.module.css'

type Props = { options: readonly Choosable[]; variations: readonly Variation[]; onClose: () => void }

const priceColumn = numberColumn('price')

/** Every combination of choices at once, seen before it is made; what is there already is not touched. */
export function Generate({ options, variations, onClose }: Props) {
  const words = { ...noWords, profile: useFormState().profile }
  const [productSku] = useState(() => {
    const open = openedProduct()
    return open ? valuesOf(open.edits).sku : ''
  })
  const [used] = useState(() => usedNames(options, variations))
  const [left, leave] = useState<Readonly<Record<string, readonly string[]>>>({})
  const chosen = options.map(({ name, choices }) => ({ name, choices: left[name] ?? (used.has(name) ? choices : []) }))
  const taking = chosen.filter(({ choices }) => choices.length > 0)
  const names = taking.map(({ name }) => name)
  const [typedPattern, typePattern] = useState<string | null>(null)
  const pattern = typedPattern ?? usualPattern(names, productSku !== '')
  const [price, setPrice] = useState('')
  const [stock, setStock] = useState('')
  const [skipped, skip] = useState<ReadonlySet<string>>(new Set())

  const started = [startOf(priceColumn, price, words), startOf(stockColumn, stock, words)]
  const fields = Object.assign({}, ...started.map(({ values }) => values))
  const wrongPattern = patternProblem(pattern, names)
  const { isTaken, lookFor } = useTakenSkus(variations)
  const lines = linesOf({ options: taking, pattern, productSku, skipped }, variations, isTaken)
  useEffect(() => lookFor(lines.map(({ sku }) => sku)))
  const made = lines.filter(({ standing }) => standing === 'new')
  const needsSku = stock.trim() !== '' && made.some(({ sku }) => sku === '' || sku === productSku)
  const wrongStock = needsSku ? 'A stock of its own needs an SKU of its own. Enter a pattern, or leave it empty.' : null
  const wrong = wrongPattern ?? wrongStock ?? started.find(({ problem }) => problem)?.problem ?? null
  const count = combinationCount(taking)

  const make = () => {
    addVariations(variationsOf(lines, fields))
    showRow(variations.length)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Generate variations" size={720}>
      <Stack gap="md">
        {options.map(({ name, choices }) => (
          <Choices
            key={name}
            name={name}
            choices={choices}
            chosen={chosen.find((each) => each.name === name)?.choices ?? []}
            onChoose={(next) => leave({ ...left, [name]: choices.filter((choice) => next.includes(choice)) })}
          />
        ))}
        <div className={classes.start}>
          <TextInput
            label="SKU"
            description={`{${shortest(names)}:2} takes two letters. Empty: no SKU`}
            value={pattern}
            error={wrongPattern}
            onChange={({ currentTarget }) => typePattern(currentTarget.value)}
            autoComplete="off"
          />
          <TextInput
            label={fieldOf('price').label}
            description="Empty: as product"
            value={price}
            error={started[0]?.problem}
            onChange={({ currentTarget }) => setPrice(currentTarget.value)}
            autoComplete="off"
          />
          <TextInput
            label="Stock"
            description="Empty: as product"
            value={stock}
            error={started[1]?.problem ?? wrongStock}
            onChange={({ currentTarget }) => setStock(currentTarget.value)}
            autoComplete="off"
          />
        </div>
        {count > mostAtOnce ? (
          <Text size="sm" c="var(--stock-danger-text)">
            These choices make {formatNumber(count)} variations. At most {formatNumber(mostAtOnce)} are made at once:
            take some choices away.
          </Text>
        ) : (
          <Preview lines={lines} skipped={skipped} onSkip={skip} />
        )}
        <Group justify="space-between" gap="xs">
          <Text size="sm" component="output">
            {count === 0 ? 'Choose what they are made of.' : count > mostAtOnce ? '' : summaryOf(lines)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button disabled={made.length === 0 || wrong !== null} onClick={make}>
              {made.length === 1 ? 'Make 1 variation' : `Make ${formatNumber(made.length)} variations`}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}

const shortest = (names: readonly string[]): string =>
  names.toSorted((one, other) => one.length - other.length)[0] ?? 'Size'

type ChoicesProps = {
  name: string
  choices: readonly string[]
  chosen: readonly string[]
  onChoose: (next: string[]) => void
}

/** Those of an option that take part; none: the option does not. */
function Choices({ name, choices, chosen, onChoose }: ChoicesProps) {
  return (
    <fieldset className={classes.option}>
      <legend className={classes.name}>
        <span title={name}>{name}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={chosen.length > 0 ? `None of ${name}` : `All of ${name}`}
          onClick={() => onChoose(chosen.length > 0 ? [] : [...choices])}
        >
          {chosen.length > 0 ? 'None' : 'All'}
        </Button>
      </legend>
      <div className={classes.choices}>
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            size="xs"
            label={choice}
            checked={chosen.includes(choice)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(checked ? [...chosen, choice] : chosen.filter((each) => each !== choice))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What is typed as the start of all: values, or what is wrong with it. */
function startOf(column: VariationColumn, typed: string, words: typeof noWords) {
  if (typed.trim() === '') return { values: {}, problem: null }
  const read = column.read(typed.trim(), (field) => ownNow(undefined, {}, field), asProduct, words)
  return 'text' in read ? { values: {}, problem: column.unread(typed, words) } : { values: read.values, problem: null }
}

function asProduct(field: Parameters<Parameters<VariationColumn['read']>[2]>[0]): unknown {
  const open = useProductStore.getState().open
  return open && valuesOf(open.edits)[field]
}
