import { holdsWords } from '../../../electron/shared/holds-words'
import { Button, Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ReadOnlyParts } from '../../../electron/shared/product'
import { call } from '../../bridge'
import classes from './pick.module.css'
import lines from './name-lines.module.css'
import { Thumb } from './Thumb'

type Variation = ReadOnlyParts['variations'][number]
type Props = {
  connectionId: string
  product: { id: number; name: string }
  /** Finds a variation by its SKU at once, when the product was found by it. */
  hint: string
  /** Null: the product itself. */
  onPick: (variationId: number | null) => void
  onBack: (() => void) | null
}

/** Which variation of a product a file shows, by its options or its SKU; or none. */
export function PickVariation({ connectionId, product, hint, onPick, onBack }: Props) {
  const variations = useVariations(connectionId, product.id)
  const [text, setText] = useState(hint)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption, resetSelectedOption } = combobox
  const found = variations?.filter((variation) => fits(variation, text)) ?? []
  // What led to the product need not be in a variation: then all of them are shown.
  const shown = found.length === 0 && text === hint ? (variations ?? []) : found
  const first = shown[0]?.id
  useEffect(() => {
    if (first === undefined) resetSelectedOption()
    else selectFirstOption()
  }, [first, selectFirstOption, resetSelectedOption])

  return (
    <Combobox store={combobox} onOptionSubmit={(value) => onPick(value === 'product' ? null : Number(value))}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          {...{ role: 'combobox', 'data-list-stays': true }}
          label={`Variation of ${product.name}`}
          placeholder="Option or SKU"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          maxLength={200}
          ref={input}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.suggestions} aria-label="Variations">
        {shown.map(({ id, label, own: { sku }, thumbnail }) => (
          <Combobox.Option key={id} value={String(id)} className={classes.suggestion}>
            <Thumb connectionId={connectionId} source={thumbnail ?? ''} size="small" />
            <span className={lines.fileAbout}>
              <span className={lines.fileTitle}>{label || sku}</span>
              <span className={`${lines.fileDetail} ${classes.detail}`}>
                {[sku, thumbnail === null ? 'no picture of its own' : 'has a picture'].filter(Boolean).join(' · ')}
              </span>
            </span>
          </Combobox.Option>
        ))}
        <Combobox.Option value="product" className={classes.suggestion}>
          <span className={`${lines.fileDetail} ${classes.detail}`}>
            None of them: add to the pictures of <strong>{product.name}</strong>
          </span>
        </Combobox.Option>
      </Combobox.Options>
      {variations && found.length === 0 && text !== hint && (
        <Text component="output" c="dimmed" fz="xs" mt="xs">
          No variation is found by these words.
        </Text>
      )}
      {onBack && (
        <Group mt="sm">
          <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
            Another product
          </Button>
        </Group>
      )}
    </Combobox>
  )
}

function fits({ label, own: { sku } }: Variation, text: string): boolean {
  return holdsWords(`${label} ${sku ?? ''}`, text)
}

/** Null while they are on their way. */
function useVariations(connectionId: string, productId: number): Variation[] | null {
  const [variations, setVariations] = useState<Variation[] | null>(null)
  useEffect(() => {
    let here = true
    call('catalogue.product', { connectionId, productId }).then(
      ({ readOnly }) => here && setVariations(readOnly.variations),
      () => here && setVariations([]),
    )
    return () => {
      here = false
    }
  }, [connectionId, productId])
  return variations
}
