import { Combobox, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { FindBox } from '../FindBox'
import { useProductSource } from './product-source'
import { SmallPicture } from './ProductName'
import classes from './products.module.css'

type Props = { label: string; chosen: readonly number[]; isInPopover: boolean; onAdd: (reference: number) => void }

/** Finds a product by its name or SKU. One that is not in the store yet is named by its id here. */
export function AddProduct({ label, chosen, isInPopover, onAdd }: Props) {
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useProductSource().useFound(combobox.dropdownOpened ? typed : null)
  const others = found?.map((row) => ({ ...row, reference: row.ecwidId ?? -row.id })) ?? null
  const offered = others?.filter(({ reference, id }) => !chosen.includes(reference) && !chosen.includes(-id)) ?? null
  return (
    <Combobox
      store={combobox}
      withinPortal={!isInPopover}
      onOptionSubmit={(value) => {
        onAdd(Number(value))
        setTyped('')
      }}
    >
      <FindBox
        label={`Add to ${label}`}
        placeholder="Add a product by name or SKU"
        list={combobox}
        value={typed}
        maxLength={200}
        onType={setTyped}
      />
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options} aria-label="Products">
          {offered?.map(({ reference, name, sku, thumbnail, ecwidId }) => (
            <Combobox.Option key={reference} value={String(reference)}>
              <span className={classes.about}>
                <SmallPicture source={thumbnail} />
                <span className={classes.words}>
                  <span className={classes.name}>{name || 'No name'}</span>
                  <span className={classes.quiet}>
                    {[sku, ecwidId === null ? 'Not in the store yet' : ''].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </span>
            </Combobox.Option>
          ))}
          {offered?.length === 0 && <Combobox.Empty>No other product has these words</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
