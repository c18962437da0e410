import { Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { memo, type Ref } from 'react'
import type { PictureJobProduct } from '../../../electron/shared/picture-job'
import { FileCard } from './FileCard'
import { countOf } from '../../../electron/shared/words/counts'
import classes from './product-rows.module.css'
import marks from './picture-marks.module.css'
import list from './list.module.css'
import { Thumb } from './Thumb'
import { VariationCards } from './VariationCards'

type Props = {
  ref: Ref<HTMLLIElement>
  connectionId: string
  index: number
  total: number
  /** Undefined while it is on its way. */
  product: PictureJobProduct | undefined
  top: number
  isDropTarget: boolean
}

export const ProductRow = memo(function ProductRow(props: Props) {
  const { ref, connectionId, index, total, product, top, isDropTarget } = props
  return (
    <li
      ref={ref}
      className={classes.product}
      data-index={index}
      data-product={product?.productId}
      data-drop={isDropTarget || undefined}
      data-skipped={product?.skipped ? true : undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      {product ? <Filled connectionId={connectionId} product={product} /> : <span className={list.wait} />}
    </li>
  )
})

function Filled({ connectionId, product }: { connectionId: string; product: PictureJobProduct }) {
  const { name, sku, current, files, variations, removed, mainFileId, doubtful, skipped } = product
  const added = files.filter(({ verdict }) => verdict !== 'leftOut')
  const kept = current.length - removed.length
  const goes = removed.length + variations.filter((variation) => variation.current !== null).length
  const mainKey = mainFileId === null ? current.find(({ key }) => !removed.includes(key))?.key : undefined
  return (
    <>
      <div className={classes.about}>
        <span className={classes.productName} title={name}>
          <bdi>{name}</bdi>
        </span>
        {sku && <span className={classes.sku}>{sku}</span>}
        <Text fz="xs" c="dimmed" component="span">
          {skipped ?? pictureCount(current.length, kept + added.length)}
        </Text>
        {variations.length > 0 && (
          <Text fz="xs" c="dimmed" component="span">
            {countOf(variations.length, 'variation')} with a new picture
          </Text>
        )}
        {goes > 0 && <span className={classes.removedNote}>{countOf(goes, 'picture')} removed</span>}
        {doubtful > 0 && <span className={classes.doubtNote}>{countOf(doubtful, 'doubtful file')}</span>}
      </div>
      <div className={classes.groups}>
        <div className={classes.pictures}>
          {current.length > 0 && (
            <>
              <ul className={classes.current} aria-label="Pictures it has">
                {current.map(({ key, src, alt }) => {
                  const goes = removed.includes(key)
                  return (
                    <li key={key} className={marks.currentPicture} data-preview={src} data-name={alt || name}>
                      <Thumb
                        connectionId={connectionId}
                        source={src}
                        tone={goes ? 'removed' : 'plain'}
                        alt={[alt || 'Picture', goes ? 'will be removed' : ''].filter(Boolean).join(', ')}
                      />
                      {key === mainKey && <span className={marks.mainMark}>Main</span>}
                      {goes && <span className={marks.goesMark}>Removed</span>}
                    </li>
                  )
                })}
              </ul>
              {files.length > 0 && <IconArrowRight size={16} className={classes.arrow} aria-hidden />}
            </>
          )}
          {files.length > 0 && (
            <ul className={classes.added} aria-label="Pictures that will be added">
              {files.map((file, place) => (
                <FileCard
                  key={file.id}
                  connectionId={connectionId}
                  product={product}
                  file={file}
                  isMain={file.id === mainFileId}
                  isPrimary={place === 0}
                />
              ))}
            </ul>
          )}
        </div>
        {variations.length > 0 && (
          <VariationCards connectionId={connectionId} product={product} isPrimary={files.length === 0} />
        )}
      </div>
    </>
  )
}

function pictureCount(before: number, after: number): string {
  return before === 0 || before === after ? countOf(after, 'picture') : `${before} → ${countOf(after, 'picture')}`
}
