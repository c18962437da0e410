import { Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { memo, useMemo, useRef, useState } from 'react'
import { useAccess } from '../../stores/access'
import { tellNotAllowed } from '../../components/notify'
import { aboutSet, offerUndo } from '../../components/offer-undo'
import { takePictures } from '../../components/take-pictures'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import { undoSet } from '../../stores/picture-actions'
import { addPictures, dismissRefusals, usePictureStore, type PictureRole } from '../../stores/picture-store'
import { useProductStore } from '../../stores/product-store'
import { usePictureDrop } from '../../stores/use-picture-drop'
import { usePicturePaste } from '../../stores/use-picture-paste'
import { useShallow } from 'zustand/react/shallow'
import { AddPictures } from './AddPictures'
import classes from './MediaTab.module.css'
import { Files } from './Files'
import { PictureGrid } from './PictureGrid'
import { replacedText } from './replaced-text'
import { RefusalList } from './RefusalList'
import { Videos } from './Videos'

/** The product's pictures. The whole tab is a place to drop files, folders and links on. */
export function MediaTab({ productId }: { productId: number }) {
  const connectionId = useProductStore(({ open }) => (open?.target === productId ? open.connectionId : null))
  const isRead = useProductStore(({ open }) => open?.target === productId && open.detail !== null)
  if (!connectionId || !isRead) return null
  return <ProductPictures key={`${connectionId} ${productId}`} connectionId={connectionId} productId={productId} />
}

function ProductPictures({ connectionId, productId }: { connectionId: string; productId: number }) {
  const { canUpdate, reason } = useAccess()
  const [role, setRole] = useState<PictureRole>('gallery')
  const [spoken, setSpoken] = useState('')
  const tab = useRef<HTMLDivElement>(null)
  const isHere = (one: { connectionId: string; productId: number }) =>
    one.connectionId === connectionId && one.productId === productId
  const hasPictures = useProductStore(({ open }) => (open?.detail?.pictures.length ?? 0) > 0)
  const isComing = usePictureStore(({ incoming }) => Object.values(incoming).some(isHere))
  const refusals = usePictureStore(useShallow((state) => state.refusals.filter(isHere)))

  async function add({ files, urls }: DroppedPictures): Promise<void> {
    const former = useProductStore.getState().open?.detail?.pictures.find(({ isMain }) => isMain)
    const done = await addPictures({ connectionId, productId, files, urls, role })
    const { added, refused, changeSetId, productName } = done
    setRole('gallery')
    setSpoken(`${counted(added)} added.${refused.length > 0 ? ` ${refused.length} could not be taken.` : ''}`)
    if (role === 'gallery' || changeSetId === null) return
    const target = { connectionId, productId, productName }
    offerUndo({
      message: replacedText(former?.alt ?? '', added),
      about: aboutSet(changeSetId),
      undo: () => undoSet(target, changeSetId),
    })
  }

  const take = (pictures: DroppedPictures) => void add(pictures)
  const drop = usePictureDrop(canUpdate ? takePictures(take) : null)
  usePicturePaste(tab, takePictures(canUpdate ? take : () => tellNotAllowed(reason), 'pasted'))
  const isEmpty = !hasPictures && !isComing

  return (
    <div ref={tab} className={classes.tab} data-over={drop.isOver} {...drop.handlers}>
      {canUpdate ? (
        <AddPictures role={role} onRole={setRole} hasPictures={hasPictures} onAdd={(pictures) => add(pictures)} />
      ) : (
        <Text c="dimmed">{reason}</Text>
      )}
      <RefusalList refusals={refusals} onDismiss={dismissRefusals} />
      {isEmpty ? (
        <div className={classes.empty}>
          <IconPhotoPlus size={40} stroke={1.2} aria-hidden />
          <Text fw={600}>This product has no pictures yet.</Text>
          {canUpdate && (
            <Text c="dimmed">
              Drop files or a folder anywhere here, or paste a picture or a link. JPEG, PNG and GIF up to 20 MB; WebP,
              AVIF, HEIC, TIFF and BMP are converted.
            </Text>
          )}
        </div>
      ) : (
        <Pictures connectionId={connectionId} productId={productId} canUpdate={canUpdate} onSpoken={setSpoken} />
      )}
      <OtherMedia connectionId={connectionId} productId={productId} canUpdate={canUpdate} onSpoken={setSpoken} />
      {drop.isOver && (
        <div className={classes.overlay} aria-hidden>
          <span>{role === 'main' && !isEmpty ? 'Drop to replace the main picture' : 'Drop to add pictures'}</span>
        </div>
      )}
      <output className="visually-hidden">{spoken}</output>
    </div>
  )
}

type PicturesProps = {
  connectionId: string
  productId: number
  canUpdate: boolean
  onSpoken: (text: string) => void
}

/** What there is and what is coming. A step of a picture on its way concerns its own card alone. */
const Pictures = memo(function Pictures({ connectionId, productId, canUpdate, onSpoken }: PicturesProps) {
  const pictures = useProductStore(({ open }) => open?.detail?.pictures ?? none)
  const productName = useProductStore(({ open }) => open?.detail?.fields.name ?? '')
  const incoming = usePictureStore(
    useShallow((state) =>
      Object.values(state.incoming)
        .filter((one) => one.connectionId === connectionId && one.productId === productId)
        .map(({ id }) => id),
    ),
  )
  return (
    <PictureGrid
      target={{ connectionId, productId, productName }}
      pictures={pictures}
      incoming={incoming}
      canUpdate={canUpdate}
      onSpoken={onSpoken}
    />
  )
})

const OtherMedia = memo(function OtherMedia({ connectionId, productId, ...props }: PicturesProps) {
  const productName = useProductStore(({ open }) => open?.detail?.fields.name ?? '')
  const target = useMemo(() => ({ connectionId, productId, productName }), [connectionId, productId, productName])
  return (
    <>
      <Videos target={target} {...props} />
      <Files target={target} {...props} />
    </>
  )
})

const none: never[] = []

function counted(pictures: number): string {
  return pictures === 1 ? '1 picture' : `${pictures} pictures`
}
