import { ActionIcon, Button, CopyButton, Switch, Tooltip, UnstyledButton } from '@mantine/core'
import { IconPhoto, IconX } from '@tabler/icons-react'
import { isBlank } from '../../../electron/shared/fold-text'
import { pictureSrc } from '../../../electron/shared/picture-src'
import { isEdited, valuesOf } from '../../stores/product-edits'
import { useProductStore } from '../../stores/product-store'
import { closeProduct } from '../../stores/view-store'
import { useProductField } from './fields/use-product-field'
import classes from './product.module.css'
import { ProductMenu } from './ProductMenu'
import { StatePill } from './StatePill'
import type { FormActions } from './use-form-actions'

type Props = { actions: FormActions; readOnlyReason: string | null }

export function ProductHeader({ actions, readOnlyReason }: Props) {
  const open = useProductStore((state) => state.open)
  if (!open) return null
  const edited = isEdited(open.edits)
  const isNew = open.target === 'new'
  const typed = valuesOf(open.edits).name
  const name = isBlank(typed) ? '' : typed.trim()
  return (
    <header className={classes.header}>
      <Thumbnail />
      <div className={classes.identity}>
        <h2 className={classes.title} title={name} data-empty={name === ''}>
          {name || (isNew ? 'New product' : 'No name')}
        </h2>
        <Numbers />
      </div>
      <div className={classes.actions}>
        {!isNew && <EnabledSwitch />}
        <StatePill readOnlyReason={readOnlyReason} />
        {!readOnlyReason && (
          <>
            {edited && (
              <Button variant="default" onClick={actions.discard} disabled={open.saving}>
                Discard
              </Button>
            )}
            <Tooltip label={isNew ? 'Create (Ctrl+S)' : 'Save (Ctrl+S)'}>
              <Button onClick={actions.save} loading={open.saving} disabled={!edited && !isNew}>
                {isNew ? 'Create' : 'Save'}
              </Button>
            </Tooltip>
          </>
        )}
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

function Thumbnail() {
  const open = useProductStore((state) => state.open)
  const main = open?.detail?.pictures.find(({ isMain }) => isMain) ?? open?.detail?.pictures[0]
  if (!open || !main) {
    return (
      <div className={`${classes.thumbnail} ${classes.noThumbnail}`} aria-hidden>
        <IconPhoto size={18} />
      </div>
    )
  }
  return <img className={classes.thumbnail} src={pictureSrc(open.connectionId, main.thumbnail)} alt="" />
}

function Numbers() {
  const open = useProductStore((state) => state.open)
  const { value: sku } = useProductField('sku')
  if (!open) return null
  if (open.target === 'new') return <div className={classes.numbers}>Only the name is required</div>
  const ecwidId = open.detail?.ecwidId ?? null
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
