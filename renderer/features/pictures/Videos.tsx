import { ActionIcon, Badge, Button, Text } from '@mantine/core'
import { IconTrash, IconVideo } from '@tabler/icons-react'
import { memo, useCallback, useRef } from 'react'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Video } from '../../../electron/shared/product'
import { says } from '../../../electron/shared/sentence'
import { sentenceText } from '../../../electron/shared/words/sentence'
import { videoProblem } from '../../../electron/shared/video-address'
import { notifyDone, tellWhyNot } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
import { PictureImage } from '../../components/PictureImage'
import { Section } from '../../components/Section'
import { undoSet } from '../../stores/picture-actions'
import type { ProductTarget } from '../../stores/product-action'
import { useProductStore } from '../../stores/product-store'
import { addVideo, placeVideo, removeVideo } from '../../stores/video-actions'
import { AddressPopover } from '../../overlays/AddressPopover'
import { MediaStatus } from './MediaStatus'
import classes from './media-lists.module.css'

type Props = { target: ProductTarget; canUpdate: boolean; onSpoken: (text: string) => void }

/** Films at their addresses. The shop shows them after the pictures, in the order in which they were added, but for a main one. */
export function Videos({ target, canUpdate, onSpoken }: Props) {
  const videos = useProductStore(({ open }) => open?.detail?.videos ?? none)
  // With nothing else to show, the first one is what shoppers see first.
  const isFirst = useProductStore(({ open }) => (open?.detail?.pictures.length ?? 0) + videos.length === 0)
  const hasMain = videos.some(({ isMain }) => isMain)
  const section = useRef<HTMLDivElement>(null)

  async function take(address: string): Promise<string | null> {
    const wrong = videoProblem(address)
    if (wrong) return sentenceText(says(wrong))
    const { problem } = await addVideo(target, address, isFirst ? 'main' : 'gallery')
    if (problem) return problem.message
    onSpoken('Video added.')
    return null
  }

  // The same each time: every row heeds it.
  const remove = useCallback(
    async ({ key, title }: Video): Promise<void> => {
      const done = await removeVideo(target, key)
      if (!done.problem) {
        section.current?.querySelector('button')?.focus()
        onSpoken(`Video “${title}” removed.`)
      }
      tellDone({ ...done, message: `Video “${title}” removed`, undo: (changeSetId) => undoSet(target, changeSetId) })
    },
    [target, onSpoken],
  )

  const place = useCallback(
    async ({ key, title }: Video, role: 'main' | 'gallery'): Promise<void> => {
      const hadPicture = (useProductStore.getState().open?.detail?.pictures.length ?? 0) > 0
      const done = await placeVideo(target, key, role)
      if (role === 'gallery') {
        tellWhyNot(done.problem)
        if (!done.problem) notifyDone(`${title} is shown after the pictures. “Make main” puts it in front again.`)
        return
      }
      const message = `${title} is the main one now${hadPicture ? ', in place of the main picture' : ''}`
      if (!done.problem) onSpoken(`${message}.`)
      tellDone({ ...done, message, undo: (changeSetId) => undoSet(target, changeSetId) })
    },
    [target, onSpoken],
  )

  return (
    <div ref={section}>
      <Section title="Videos">
        {canUpdate && (
          <div>
            <AddressPopover
              button="Add a video"
              icon={<IconVideo size={16} aria-hidden />}
              title="Add a video"
              label="Address of the video’s page"
              note="From YouTube, Vimeo or another place that your shop can show."
              take={take}
            />
          </div>
        )}
        {videos.length === 0 && !canUpdate && <Text c="dimmed">This product has no videos.</Text>}
        {videos.length > 0 && (
          <ul className={classes.list} aria-label="Videos">
            {videos.map((video) => (
              <Row
                key={video.key}
                target={target}
                video={video}
                onRemove={canUpdate ? remove : null}
                onPlace={canUpdate && (video.isMain || !hasMain) ? place : null}
              />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

const none: never[] = []

type RowProps = {
  target: ProductTarget
  video: Video
  onRemove: ((video: Video) => Promise<void>) | null
  onPlace: ((video: Video, role: 'main' | 'gallery') => Promise<void>) | null
}

const Row = memo(function Row({ target, video, onRemove, onPlace }: RowProps) {
  const { title, url, isMain, adding } = video
  return (
    <li className={classes.row} data-field={adding ? `change-${adding.changeId}` : undefined}>
      <Cover connectionId={target.connectionId} source={video.thumbnail} />
      <div className={classes.words}>
        <span className={classes.title}>
          {title} {isMain && <Badge size="sm">Main</Badge>}
        </span>
        {url && <span className={classes.address}>{url}</span>}
        {isMain && <span className={classes.address}>Shown first, in the place of a main picture.</span>}
        {adding && <MediaStatus target={target} change={adding} what={title} isReadOnly={onRemove === null} />}
      </div>
      {onPlace && adding === null && url !== null && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={isMain ? `Show ${title} after the pictures` : `Make ${title} main`}
          onClick={() => void onPlace(video, isMain ? 'gallery' : 'main')}
        >
          {isMain ? 'Show after the pictures' : 'Make main'}
        </Button>
      )}
      {onRemove && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${title}`} onClick={() => void onRemove(video)}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </li>
  )
})

/** As the store has it; a video without one, or without a line to the store, is a quiet place. */
function Cover({ connectionId, source }: { connectionId: string; source: string | null }) {
  const none = (
    <span className={classes.cover}>
      <IconVideo size={20} stroke={1.2} aria-hidden />
    </span>
  )
  if (source === null) return none
  const src = pictureSrc(connectionId, source)
  return <PictureImage className={classes.cover} src={src} alt="" loading="lazy" instead={none} />
}
