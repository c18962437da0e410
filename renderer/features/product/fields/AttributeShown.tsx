import { ActionIcon } from '@mantine/core'
import { IconCheck, IconEye, IconEyeOff } from '@tabler/icons-react'
import { shows, type Show } from '../../../../electron/shared/fields/attribute-shows'
import { Menu } from '../../../overlays/Menu'
import { useFormState } from '../form-state'
import classes from './fields.module.css'
import { useProductField, useProductValue } from './use-product-field'

/** Null: it has no value, and the store keeps nothing else of it. */
function useShown(id: string): { shown: Show; name: string; choose: (show: Show) => void; readOnly: boolean } | null {
  const { productTypes } = useFormState()
  const { value, set, readOnly } = useProductField('attributesShown')
  const text = useProductValue('attributes')[id]
  const attribute = productTypes.flatMap(({ attributes }) => attributes).find((each) => String(each.id) === id)
  if (!text || !attribute) return null
  const ofType = attribute.show in shows ? (attribute.show as Show) : 'DESCR'
  const choose = (show: Show) => set({ ...value, [id]: show })
  return { shown: value[id] ?? ofType, name: attribute.name || attribute.type, choose, readOnly }
}

/** In the box of an attribute: where the shop shows it for this product. */
export function AttributeShownMenu({ id }: { id: string }) {
  const state = useShown(id)
  if (!state) return null
  const { shown, name, choose, readOnly } = state
  const Icon = shown === 'NOTSHOW' ? IconEyeOff : IconEye
  return (
    <Menu position="bottom-end">
      <span data-field={`attributesShown.${id}`}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={readOnly}
            aria-label={`${name} is shown: ${shows[shown]}`}
            title={`Shown: ${shows[shown]}`}
          >
            <Icon size={16} />
          </ActionIcon>
        </Menu.Target>
      </span>
      <Menu.Dropdown>
        <Menu.Label>Shown for this product</Menu.Label>
        {Object.entries(shows).map(([show, label]) => (
          <Menu.Item
            key={show}
            leftSection={<IconCheck size={14} visibility={show === shown ? 'visible' : 'hidden'} />}
            onClick={() => choose(show as Show)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Below it, where it is not simply shown. */
export function AttributeShownNote({ id }: { id: string }) {
  const shown = useShown(id)?.shown
  if (shown === undefined || shown === 'DESCR') return null
  return (
    <p className={classes.note} data-tone="quiet">
      {shown === 'NOTSHOW' ? 'Not shown to shoppers.' : 'Shown beside the price.'}
    </p>
  )
}
