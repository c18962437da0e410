import { IconAlertTriangle } from '@tabler/icons-react'
import { jobFileSource } from '../../../electron/shared/picture-src'
import type { PictureJobFile, PictureJobProduct } from '../../../electron/shared/picture-job'
import { dragFiles } from './dragged-files'
import { FileName } from './FileName'
import classes from './file-card.module.css'
import marks from './picture-marks.module.css'
import { openMenu, useReviewedJobId } from './review-store'
import { Thumb } from './Thumb'

type Props = {
  connectionId: string
  product: PictureJobProduct
  file: PictureJobFile
  isMain?: boolean
  /** It becomes the picture of this variation. */
  variationName?: string
  /** The first of its row takes the focus when rows are walked through. */
  isPrimary: boolean
}

/** A picture that will be added: drag it to another product, or press it for what can be done. */
export function FileCard({ connectionId, product, file, isMain, variationName, isPrimary }: Props) {
  const source = jobFileSource(useReviewedJobId(), file.id)
  // Beside the variation it would only say the same again.
  const isNoted = file.note !== null && variationName === undefined
  const isPassedOver = file.verdict === 'leftOut'
  const Place = variationName === undefined ? 'li' : 'span'
  return (
    <Place className={classes.cardPlace} data-passed-over={isPassedOver || undefined}>
      <button
        type="button"
        className={classes.card}
        draggable
        data-primary={isPrimary || undefined}
        data-noted={isNoted || undefined}
        aria-haspopup="menu"
        onDragStart={(event) => dragFiles(event, { ids: [file.id] }, 1)}
        onClick={({ currentTarget }) => openMenu({ file, product, opener: currentTarget })}
      >
        <span
          className={marks.currentPicture}
          data-preview={source}
          data-name={[file.folder, file.name].filter(Boolean).join('/')}
        >
          <Thumb connectionId={connectionId} source={source} tone={isPassedOver ? 'plain' : 'added'} />
          {isMain && <span className={marks.mainMark}>Main</span>}
          {file.warning && <IconAlertTriangle size={16} className={marks.warnMark} aria-hidden />}
        </span>
        <FileName name={file.name} className={classes.fileName} />
        <span
          className={classes.reason}
          data-by-hand={file.byHand || undefined}
          title={[file.reason, file.warning].filter(Boolean).join('\n')}
        >
          {file.reason}
        </span>
        {isNoted && <span className={classes.note}>{file.note}</span>}
        {file.warning && <span className="visually-hidden">{file.warning}</span>}
      </button>
    </Place>
  )
}
