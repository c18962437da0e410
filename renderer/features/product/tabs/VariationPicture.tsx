import { ActionIcon, Loader, UnstyledButton } from '@mantine/core'
import { IconPhotoOff, IconPhotoPlus, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { FileInput, pictureFiles } from '../../../components/FileInput'
import { PictureImage } from '../../../components/PictureImage'
import { pictureSrc } from '../../../../electron/shared/picture-src'
import type { ReadOnlyParts } from '../../../../electron/shared/product'
import { tellDone } from '../../../components/offer-undo'
import { takePictures, tellOnlyOne } from '../../../components/take-pictures'
import type { DroppedPictures } from '../../../stores/dropped-pictures'
import { undoSet } from '../../../stores/picture-actions'
import type { TakenPicture } from '../../../stores/one-picture'
import type { Outcome } from '../../../stores/product-action'
import { useProductStore } from '../../../stores/product-store'
import { usePictureDrop } from '../../../stores/use-picture-drop'
import {
  removeVariationPicture,
  setVariationPicture,
  type VariationTarget,
} from '../../../stores/variation-picture-actions'
import { useFormState } from '../form-state'
import classes from '../product.module.css'

/** The variation's own picture: press it or drop one on it for another, or take it away. */
export function VariationPicture({ variation }: { variation: ReadOnlyParts['variations'][number] }) {
  const { connectionId, readOnly } = useFormState()
  const productId = useProductStore(({ open }) => open?.detail?.id ?? 0)
  const productName = useProductStore(({ open }) => open?.detail?.fields.name ?? '')
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const label = variation.label || variation.own.sku || 'the variation'
  const target: VariationTarget = {
    connectionId,
    productId,
    productName,
    variationId: variation.id,
    label,
  }
  const run = async (act: () => Promise<Outcome & { taken?: TakenPicture }>, message: string) => {
    setBusy(true)
    const { taken, ...done } = await act()
    setBusy(false)
    if (taken) tellOnlyOne(label, taken.name, taken.others, true)
    tellDone({ ...done, message, undo: (changeSetId) => undoSet(target, changeSetId) })
  }
  const set = (dropped: DroppedPictures) => {
    if (dropped.files.length + dropped.urls.length === 0) return
    void run(() => setVariationPicture(target, dropped), `${label} has a new picture`)
  }
  const drop = usePictureDrop(readOnly || busy ? null : takePictures(set))
  const action = variation.thumbnail ? `Change the picture of ${label}` : `Choose a picture for ${label}`
  const problem = variation.upload?.problem ?? null
  return (
    <span className={classes.variationPicture} data-over={drop.isOver} {...drop.handlers}>
      <UnstyledButton
        className={classes.variationThumb}
        disabled={readOnly || busy}
        aria-label={action}
        title={problem ?? action}
        data-problem={problem !== null || undefined}
        onClick={() => input.current?.click()}
      >
        {busy ? (
          <Loader size={16} />
        ) : variation.thumbnail ? (
          <PictureImage
            src={pictureSrc(connectionId, variation.thumbnail)}
            alt={variation.alt}
            width={40}
            height={40}
            instead={<IconPhotoOff size={18} stroke={1.5} aria-hidden />}
          />
        ) : (
          <IconPhotoPlus size={18} stroke={1.5} aria-hidden />
        )}
      </UnstyledButton>
      <FileInput
        ref={input}
        label={`Picture file for ${label}`}
        accept={pictureFiles}
        onFiles={(files) => set({ files, urls: [] })}
      />
      {variation.thumbnail && !readOnly && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          disabled={busy}
          aria-label={`Remove the picture of ${label}`}
          onClick={() => void run(() => removeVariationPicture(target), `Picture of ${label} removed`)}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </span>
  )
}
