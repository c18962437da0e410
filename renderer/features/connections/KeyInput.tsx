import { PasswordInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { keyKindOf } from '../../../electron/shared/connection'
import { Status } from '../../components/Status'

type Props = {
  value: string
  onChange: (key: string) => void
  error?: string | true
  label?: string
  focusFirst?: boolean
  /** The store was asked: its answer says more than the key's own look. */
  isTested: boolean
}

/** The API key: hidden unless asked for, its kind told while it is typed. */
export function KeyInput({ value, onChange, error, label = 'API key', focusFirst, isTested }: Props) {
  const kind = keyKindOf(value.trim())
  return (
    <div>
      <PasswordInput
        label={label}
        description="Use the secret key: only it can add and change products and see hidden ones. It goes to the keychain of this computer and to no other place."
        placeholder="secret_…"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={focusFirst || undefined}
        visibilityToggleIcon={({ reveal }) => (reveal ? <IconEyeOff size={16} /> : <IconEye size={16} />)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the key', tabIndex: 0, 'aria-hidden': undefined }}
      />
      <div aria-live="polite">
        {kind === 'secret' && !isTested && (
          <Status tone="info" mt={4}>
            Secret key: Stockroom can show and change products.
          </Status>
        )}
        {kind === 'public' && (
          <Status tone="warning" mt={4}>
            Public key: Stockroom can show enabled products only and cannot change anything.
          </Status>
        )}
      </div>
    </div>
  )
}
