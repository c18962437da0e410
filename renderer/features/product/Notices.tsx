import { Button } from '@mantine/core'
import { isEdited } from '../../stores/product-edits'
import { useProductStore } from '../../stores/product-store'
import { isDelete } from '../../../electron/shared/change-address'
import { Refusal } from './fields/FieldNotes'
import { DeleteConflict, DeletedInStore } from './DeletionNotices'
import { pathOfChange, refusedPictures } from './form-errors'
import { isProductField } from '../../../electron/shared/fields/product-fields'
import type { ProductDetail } from '../../../electron/shared/product'
import classes from './product.module.css'
import { unreadSentence } from './unread-sentence'
import type { FormActions } from './use-form-actions'

/** Lines between the header and the tabs: what belongs to the product as a whole. */
export function Notices({ actions }: { actions: FormActions }) {
  const detail = useProductStore(({ open }) => open?.detail)
  const openChanges = useProductStore(({ open }) => open?.openChanges)
  const problem = useProductStore(({ open }) => open?.problem)
  const isRestored = useProductStore(({ open }) => open !== null && open.restored && isEdited(open.edits))
  const pictures = new Set(refusedPictures(detail))
  const deletion = openChanges?.find((change) => isDelete(change) && change.state === 'conflict')
  const general = (detail?.problems ?? []).filter(
    // A picture's own refusal is shown at the picture.
    ({ field, changeId }) => !isProductField(field) && !pictures.has(changeId) && changeId !== deletion?.id,
  )
  return (
    <>
      {isRestored && (
        <div className={classes.notice} data-tone="quiet">
          <output>Unsaved changes restored</output>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={actions.discard}>
            Discard them
          </Button>
        </div>
      )}
      {problem && (
        <div className={classes.notice} data-tone="danger" role="alert">
          <p>{problem.message}</p>
        </div>
      )}
      <Unread counts={detail?.unread} />
      {detail?.isDeletedInStore && <DeletedInStore />}
      {deletion && <DeleteConflict change={deletion} />}
      {general.map(({ changeId, message }) => (
        <div key={changeId} className={classes.notice} data-field={pathOfChange(changeId)}>
          <Refusal changeId={changeId} message={message} />
        </div>
      ))}
    </>
  )
}

/** What the store has of the product, and this form does not show. */
function Unread({ counts }: { counts: ProductDetail['unread'] | undefined }) {
  const sentence = unreadSentence(counts ?? { pictures: 0, variations: 0, attributes: 0 })
  if (sentence === null) return null
  return (
    <div className={classes.notice} data-tone="quiet">
      <p>{sentence}</p>
    </div>
  )
}
