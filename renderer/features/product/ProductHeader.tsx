import { ActionIcon, Button, CopyButton, Switch, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconPhoto, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PictureImage } from '../../components/PictureImage'
import { useNetworkStore } from '../../stores/network-store'
import parts from '../../components/screen-parts.module.css'
import { Hint } from '../../overlays/Hint'
import { isBlank } from '../../../electron/shared/fold-text'
import { pictureSrc } from '../../../electron/shared/picture-src'
import { useGoesOn, type Step } from '../../stores/list-walk'
import { isEdited } from '../../stores/product-edits'
import { useProductStore } from '../../stores/product-store'
import { closeProduct } from '../../stores/view-store'
import { useWalkedList } from '../../stores/walked-list'
import { useProductField, useProductValue } from './fields/use-product-field'
import classes from './product.module.css'
import { LanguageSwitch } from './LanguageSwitch'
import { ProductMenu } from './ProductMenu'
import { StatePill } from './StatePill'
import type { FormActions } from './use-form-actions'
import { walkList } from './walk-list'

type Props = { actions: FormActions; readOnlyReason: string | null }

export function ProductHeader({ actions, readOnlyReason }: Props) {
  const isNew = useProductStore(({ open }) => open?.target === 'new')
  const edited = useProductStore(({ open }) => open !== null && isEdited(open.edits))
  const saving = useProductStore(({ open }) => open?.saving ?? false)
  return (
    <header className={parts.header} data-edited={edited || undefined}>
      <Thumbnail />
      <div className={classes.identity}>
        <Title isNew={isNew} />
        <Numbers />
      </div>
      <div className={parts.actions}>
        {!isNew && <EnabledSwitch />}
        <StatePill readOnlyReason={readOnlyReason} />
        {!readOnlyReason && (
          <>
            {edited && (
              <Button variant="default" onClick={actions.discard} disabled={saving}>
                Discard
              </Button>
            )}
            <Hint label={isNew ? 'Create (Ctrl+S)' : 'Save (Ctrl+S); save and open the next (Ctrl+Enter)'}>
              <Button onClick={actions.save} loading={saving} disabled={!edited && !isNew}>
                {isNew ? 'Create' : 'Save'}
              </Button>
            </Hint>
          </>
        )}
        {!isNew && <Walk />}
        <LanguageSwitch />
        {!isNew && <ProductMenu actions={actions} readOnly={readOnlyReason !== null} />}
        <Tooltip label="Close (Esc)">
          <ActionIcon aria-label="Close the product" onClick={closeProduct}>
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  )
}

/** Through the list, also where it is out of sight. */
function Walk() {
  return (
    <ActionIcon.Group orientation="vertical" className={classes.walk}>
      <WalkButton step={-1} label="Previous product" keys="Ctrl+Up">
        <IconChevronUp size={14} />
      </WalkButton>
      <WalkButton step={1} label="Next product" keys="Ctrl+Down">
        <IconChevronDown size={14} />
      </WalkButton>
    </ActionIcon.Group>
  )
}

type WalkButtonProps = { step: Step; label: string; keys: string; children: ReactNode }

function WalkButton({ step, label, keys, children }: WalkButtonProps) {
  const goesOn = useGoesOn(step)
  const walked = useWalkedList(({ list, isOn }) => (isOn ? list : null))
  return (
    <Tooltip label={`${label}${walked ? ` of ${walked.name}` : ''} (${keys})`}>
      <ActionIcon size={20} aria-label={label} data-walk={step} disabled={!goesOn} onClick={() => void walkList(step)}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function Title({ isNew }: { isNew: boolean }) {
  const typed = useProductValue('name')
  const name = isBlank(typed) ? '' : typed.trim()
  return (
    <h2 className={parts.title} title={name} data-empty={name === ''}>
      {name || (isNew ? 'New product' : 'No name')}
    </h2>
  )
}

function Thumbnail() {
  const connectionId = useProductStore(({ open }) => open?.connectionId)
  const pictures = useProductStore(({ open }) => open?.detail?.pictures)
  const main = pictures?.find(({ isMain }) => isMain) ?? pictures?.[0]
  const isOnline = useNetworkStore(({ online }) => online)
  const none = (
    <div className={`${classes.thumbnail} ${classes.noThumbnail}`} aria-hidden>
      <IconPhoto size={18} />
    </div>
  )
  if (!connectionId || !main) return none
  return (
    <PictureImage
      // Asked for again when the line is back.
      key={String(isOnline)}
      className={classes.thumbnail}
      src={pictureSrc(connectionId, main.thumbnail)}
      alt=""
      instead={none}
    />
  )
}

function Numbers() {
  const isNew = useProductStore(({ open }) => open?.target === 'new')
  const ecwidId = useProductStore(({ open }) => open?.detail?.ecwidId ?? null)
  const sku = useProductValue('sku')
  if (isNew) return <div className={classes.numbers}>Only the name is required</div>
  return (
    <div className={classes.numbers}>
      <span>{sku ? `SKU ${sku}` : 'No SKU yet'}</span>
      <span aria-hidden>·</span>
      {ecwidId === null ? (
        <span>Not in the store yet</span>
      ) : (
        <CopyButton value={String(ecwidId)}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy the product ID'}>
              <UnstyledButton className={classes.copyId} onClick={copy} aria-label={`Copy the product ID ${ecwidId}`}>
                {copied ? 'Copied' : `ID ${ecwidId}`}
              </UnstyledButton>
            </Tooltip>
          )}
        </CopyButton>
      )}
    </div>
  )
}

function EnabledSwitch() {
  const { value, set, readOnly } = useProductField('enabled')
  return (
    <Tooltip label={value ? 'Shoppers see this product' : 'Hidden from shoppers'}>
      <Switch
        label="Enabled"
        classNames={{ labelWrapper: classes.enabledLabel }}
        checked={value}
        disabled={readOnly}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </Tooltip>
  )
}
