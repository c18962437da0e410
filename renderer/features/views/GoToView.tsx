import { Combobox, Text, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { holdsWords } from '../../../electron/shared/holds-words'
import { closeViewDialog } from '../../stores/view-dialog-store'
import { openView, useViews } from '../../stores/views-store'
import { allProducts } from './all-products'
import classes from './views.module.css'

/** A view by any words of its name. */
export function GoToView({ connectionId }: { connectionId: string }) {
  const views = useViews(connectionId)
  const [text, setText] = useState('')
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption, resetSelectedOption } = combobox
  const all = [{ id: '', name: allProducts }, ...views]
  const found = all.filter(({ name }) => holdsWords(name, text))
  const first = found[0]?.id
  useEffect(() => {
    if (first === undefined) resetSelectedOption()
    else selectFirstOption()
  }, [first, selectFirstOption, resetSelectedOption])

  const go = (id: string) => {
    closeViewDialog()
    openView(views.find((view) => view.id === id) ?? null)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={go}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          {...{ role: 'combobox', 'data-list-stays': true }}
          aria-label="View"
          placeholder="Name of a view"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          maxLength={80}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.found} aria-label="Views">
        {found.map(({ id, name }) => (
          <Combobox.Option key={id} value={id} title={name}>
            <span className={classes.name}>{name}</span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
      {found.length === 0 && (
        <Text component="output" c="dimmed" fz="xs" mt="xs">
          No view has these words in its name.
        </Text>
      )}
    </Combobox>
  )
}
