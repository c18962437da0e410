import { Anchor } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import { isProposedProduct, type ProposedRow, type ReviewView } from '../../../electron/shared/proposal'
import { shelfEditSchema } from '../../../electron/shared/shelf-edit'
import {
  bulkWarningText,
  editedRowText,
  editedText,
  shelfText,
  standingText,
} from '../../../electron/shared/words/proposal'
import { showProduct } from '../../stores/view-store'
import { EditValues } from './EditValues'
import { leaveOut, type ReviewedProposal } from './review-actions'
import classes from './review.module.css'
import { Tick } from './Tick'

type Props = {
  proposal: ReviewedProposal
  /** Undefined while it is on its way. */
  row: ProposedRow | undefined
  /** The first of its product, which is named there. */
  isFirst: boolean
  by: ReviewView['by']
  top: number
  height: number
}

export const ReviewRow = memo(function ReviewRow({ proposal, row, isFirst, by, top, height }: Props) {
  const style = { transform: `translateY(${top}px)`, height }
  if (!row) return <li className={classes.row} style={style} aria-busy />
  const { variation, standing, warnings } = row
  const label = editedRowText(row)
  const name = row.productName || 'No name'
  return (
    <li className={classes.row} style={style} data-first={isFirst || undefined} data-standing={standing}>
      <span className={classes.productTick}>
        {isFirst && by === 'product' && row.edits > 1 && <ProductTick proposal={proposal} row={row} name={name} />}
      </span>
      <span className={classes.product}>{isFirst && <NameOfProduct row={row} name={name} />}</span>
      <EditTick proposal={proposal} row={row} name={name} label={label} />
      <span className={classes.field}>
        {/* The row has two lines. */}
        <span className={variation ? classes.oneLine : undefined} title={label}>
          {label}
        </span>
        {variation && <span className={classes.sku}>{variation}</span>}
      </span>
      <span className={classes.change}>
        <EditValues row={row} />
      </span>
      <span className={classes.warnings}>
        {row.outcome && <span className={classes.sku}>{standingText(row)}</span>}
        {!row.outcome &&
          warnings.map((code) => (
            <span key={code} className={classes.warning} title={bulkWarningText(code)}>
              <IconAlertTriangle size={14} aria-hidden />
              <span className={classes.oneLine}>{bulkWarningText(code)}</span>
            </span>
          ))}
      </span>
    </li>
  )
})

/** One that is still to be made has no page. */
function NameOfProduct({ row, name }: { row: ProposedRow; name: string }) {
  const { productId, sku, isNew } = row
  const shelf = shelfEditSchema.safeParse(row.field === 'shelf' ? row.after : null).data
  return (
    <>
      {isProposedProduct(productId) || shelf ? (
        <span className={classes.name}>{name}</span>
      ) : (
        <Anchor component="button" type="button" className={classes.name} onClick={() => showProduct(productId)}>
          {name}
        </Anchor>
      )}
      <span className={classes.sku}>
        {isNew && <span className={classes.new}>New</span>}
        {shelf ? shelfText(shelf) : sku}
      </span>
    </>
  )
}

type TickProps = { proposal: ReviewedProposal; row: ProposedRow; name: string }

function ProductTick({ proposal, row, name }: TickProps) {
  const { productId, edits, editsIn } = row
  return (
    <Tick
      aria-label={`All of ${name}`}
      state={editsIn === edits ? 'in' : editsIn > 0 ? 'some' : 'out'}
      disabled={proposal.state !== 'ready'}
      onTick={(isIn) => leaveOut(proposal, { productId }, !isIn)}
    />
  )
}

/** What comes with another edit, is so already or cannot be has nothing to be decided. */
function EditTick({ proposal, row, name, label }: TickProps & { label: string }) {
  const { id, standing, follows } = row
  const isOpen = standing === 'in' || standing === 'out'
  return (
    <Tick
      data-edit
      aria-label={`${label} of ${name}`}
      title={follows ? `Comes with ${follows === 'new' ? 'the new product' : editedText(follows)}` : undefined}
      state={standing === 'in' || standing === 'made' ? 'in' : 'out'}
      disabled={!isOpen || follows !== null || proposal.state !== 'ready'}
      onTick={(isIn) => leaveOut(proposal, { ids: [id] }, !isIn)}
    />
  )
}
