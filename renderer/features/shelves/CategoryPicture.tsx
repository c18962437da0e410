import { Button, Loader, Progress } from '@mantine/core'
import { IconLink, IconPhotoOff, IconPhotoPlus } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { ShelfDetail } from '../../../electron/shared/shelf'
import type { Category } from '../../../electron/shared/store'
import { call, problemOf } from '../../bridge'
import { AltText } from '../../components/AltText'
import { AltTranslation } from '../../components/AltTranslation'
import { FileInput, pictureFiles } from '../../components/FileInput'
import { PictureImage } from '../../components/PictureImage'
import { Section } from '../../components/Section'
import { takePictures } from '../../components/take-pictures'
import { AddressPopover } from '../../overlays/AddressPopover'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import { useShelfStore } from '../../stores/shelf-store'
import { useShownLanguages } from '../../stores/shown-languages'
import { useUploadsStore } from '../../stores/uploads-store'
import { usePictureDrop } from '../../stores/use-picture-drop'
import { usePicturePaste } from '../../stores/use-picture-paste'
import { createPictureActs } from './category-picture-acts'
import classes from './category-picture.module.css'
import { ShelfNotes } from './ShelfField'

type Props = { connectionId: string; category: Category; readOnly: boolean }

/** The picture of a category: drop, paste or choose one for another, describe it, or take it away. */
export function CategoryPicture({ connectionId, category, readOnly }: Props) {
  const picture = useShelfStore(({ open }) => open?.detail?.picture ?? null)
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const { id, name } = category
  const acts = createPictureActs({ connectionId, categoryId: id, name }, setBusy)
  const canTake = !readOnly && !busy
  const take = takePictures((dropped: DroppedPictures) => void acts.set(dropped))
  const drop = usePictureDrop(canTake ? take : null)
  usePicturePaste(
    area,
    (pasted) => canTake && takePictures((all: DroppedPictures) => void acts.set(all), 'pasted')(pasted),
  )
  const describe = useCallback(
    (text: { alt: string; language?: string }) =>
      void createPictureActs({ connectionId, categoryId: id, name }, () => {}).describe(text),
    [connectionId, id, name],
  )
  return (
    <Section title="Picture">
      <div ref={area} className={classes.area} data-over={drop.isOver} {...drop.handlers}>
        <Shown connectionId={connectionId} picture={picture} busy={busy} />
        <div className={classes.beside}>
          <OnItsWay connectionId={connectionId} />
          {!readOnly && (
            <div className={classes.buttons}>
              <Choose has={picture !== null} disabled={busy} onChosen={(files) => void acts.set({ files, urls: [] })} />
              <ByLink disabled={busy} onTaken={(url) => void acts.set({ files: [], urls: [url] })} />
              {picture && (
                <Button variant="subtle" color="gray" disabled={busy} onClick={() => void acts.remove()}>
                  Remove
                </Button>
              )}
            </div>
          )}
          {picture ? (
            <Texts picture={picture} readOnly={readOnly} onSave={describe} />
          ) : (
            <p className={classes.hint}>
              {readOnly
                ? 'This category has no picture.'
                : 'Drop one here, or paste a picture or a link. JPEG, PNG and GIF up to 20 MB; others are converted.'}
            </p>
          )}
          <ShelfNotes field="image" />
        </div>
        {drop.isOver && (
          <div className={classes.overlay} aria-hidden>
            {picture ? 'Drop to replace the picture' : 'Drop to set the picture'}
          </div>
        )}
      </div>
    </Section>
  )
}

type TextsProps = {
  picture: NonNullable<ShelfDetail['picture']>
  readOnly: boolean
  onSave: (text: { alt: string; language?: string }) => void
}

/** What is said of it to those who do not see it. */
function Texts({ picture, readOnly, onSave }: TextsProps) {
  const languages = useShownLanguages()
  const about = { pictureKey: picture.source, label: 'Alt text of the picture', readOnly }
  return (
    <>
      <AltText key={picture.source} {...about} value={picture.alt} onSave={(_, alt) => onSave({ alt })} />
      <AltTranslation {...about} {...languages} told={picture} onSave={(_, text) => onSave(text)} />
    </>
  )
}

/** How far the picture is on its way to the store. */
function OnItsWay({ connectionId }: { connectionId: string }) {
  const upload = useShelfStore(({ open }) => open?.detail?.upload ?? null)
  const progress = useUploadsStore(({ byConnection }) =>
    upload ? byConnection[connectionId]?.find(({ changeId }) => changeId === upload.changeId)?.progress : undefined,
  )
  if (!upload) return null
  const percent = upload.state === 'sending' ? Math.round((progress ?? 0) * 100) : null
  return (
    <div className={classes.status}>
      {percent === null ? waitingFor(upload) : `Uploading ${percent} %`}
      {percent !== null && <Progress w={120} value={percent} size="sm" aria-label="Uploading the picture" />}
    </div>
  )
}

const waitingFor = ({ state }: NonNullable<ShelfDetail['upload']>): string =>
  state === 'unknown' ? 'The connection broke off. Checking whether the picture arrived.' : 'Waiting to be uploaded'

type ShownProps = { connectionId: string; picture: ShelfDetail['picture']; busy: boolean }

function Shown({ connectionId, picture, busy }: ShownProps) {
  const missing = <IconPhotoOff size={28} stroke={1.4} aria-hidden />
  return (
    <div className={classes.frame} data-empty={picture === null || undefined}>
      {busy ? (
        <Loader size={22} />
      ) : picture ? (
        <PictureImage src={pictureSrc(connectionId, picture.source)} alt={picture.alt} instead={missing} />
      ) : (
        <IconPhotoPlus size={28} stroke={1.4} aria-hidden />
      )}
    </div>
  )
}

type ChooseProps = { has: boolean; disabled: boolean; onChosen: (files: File[]) => void }

function Choose({ has, disabled, onChosen }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPhotoPlus size={16} aria-hidden />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {has ? 'Replace' : 'Choose a picture'}
      </Button>
      <FileInput ref={input} label="Picture file of the category" accept={pictureFiles} onFiles={onChosen} />
    </>
  )
}

/** A link is looked at before it is taken. */
function ByLink({ disabled, onTaken }: { disabled: boolean; onTaken: (url: string) => void }) {
  async function take(url: string): Promise<string | null> {
    try {
      await call('pictures.checkUrl', { url })
      onTaken(url)
      return null
    } catch (error) {
      return problemOf(error).message
    }
  }
  return (
    <AddressPopover
      button="By link"
      icon={<IconLink size={16} aria-hidden />}
      title="Set the picture by link"
      label="Link to a picture"
      disabled={disabled}
      take={take}
    />
  )
}
