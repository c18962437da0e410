import { ActionIcon, TextInput } from '@mantine/core'
import { IconPhotoOff, IconRestore } from '@tabler/icons-react'
import { memo } from 'react'
import { PictureImage } from '../../components/PictureImage'
import type { AltRow } from '../../../electron/shared/alt-text'
import { altAdvisedLength } from '../../../electron/shared/picture-job'
import { pictureSrc } from '../../../electron/shared/picture-src'
import { typeAlt, untypeAlt } from '../../stores/alt-texts-store'
import classes from './alt-texts.module.css'

type Props = {
  connectionId: string
  /** Undefined while it is on its way; null: described or removed since. */
  row: AltRow | null | undefined
  index: number
  total: number
  top: number
  /** Whether the Tab key comes here. */
  isReached: boolean
  /** Typed by hand; undefined: what the pattern says. */
  typed: string | undefined
}

/** One picture: what it shows, what it has, what it gets. */
export const AltRowView = memo(function AltRowView({ connectionId, row, index, total, top, isReached, typed }: Props) {
  const place = { style: { transform: `translateY(${top}px)` }, 'aria-posinset': index + 1, 'aria-setsize': total }
  if (!row) {
    return (
      <li className={classes.row} data-index={index} {...place}>
        {row === null && <span className={classes.gone}>This picture was described or removed meanwhile.</span>}
      </li>
    )
  }
  const { productId, picture, productName, sku, position, alt, next } = row
  const text = typed ?? next ?? alt
  const isLong = text.length > altAdvisedLength
  const isChanged = text.trim() !== alt
  const type = (value: string) => {
    if (value === (next ?? alt)) untypeAlt({ productId, picture })
    else typeAlt({ productId, picture, alt: value })
  }
  return (
    <li className={classes.row} data-index={index} {...place}>
      <Picture connectionId={connectionId} source={row.src} />
      <span className={classes.product}>
        <span className={classes.name} title={productName}>
          {productName || 'Product without a name'}
        </span>
        <span className={classes.facts}>
          {sku && <span className={classes.sku}>{sku}</span>}
          <span>{position === 1 ? 'Main picture' : `Picture ${position}`}</span>
        </span>
      </span>
      <span className={classes.now} data-none={alt === ''} title={alt}>
        <span className="visually-hidden">Now: </span>
        {alt === '' ? 'No alt text' : alt}
      </span>
      <TextInput
        className={classes.text}
        tabIndex={isReached ? 0 : -1}
        data-changed={isChanged}
        aria-label={`Alt text of picture ${position} of ${productName}`}
        aria-description={isLong ? `${text.length} characters; best below ${altAdvisedLength}` : undefined}
        value={text}
        maxLength={1000}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        rightSectionWidth={typed === undefined ? 44 : 72}
        rightSection={
          <span className={classes.side}>
            {isLong && (
              <span className={classes.long} aria-hidden title={`Best below ${altAdvisedLength} characters`}>
                {text.length}
              </span>
            )}
            {typed !== undefined && (
              <ActionIcon
                size="sm"
                tabIndex={isReached ? 0 : -1}
                aria-label={`Take back what was typed for picture ${position} of ${productName}`}
                onClick={() => untypeAlt({ productId, picture })}
              >
                <IconRestore size={14} />
              </ActionIcon>
            )}
          </span>
        }
      />
    </li>
  )
})

function Picture({ connectionId, source }: { connectionId: string; source: string }) {
  const none = (
    <span className={classes.picture}>
      <IconPhotoOff size={18} aria-hidden />
    </span>
  )
  if (source === '') return none
  const src = pictureSrc(connectionId, source)
  return <PictureImage className={classes.picture} src={src} alt="" loading="lazy" instead={none} />
}
