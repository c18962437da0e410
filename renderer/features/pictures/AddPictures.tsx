import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useDeferredValue, useRef } from 'react'
import { FileInput, pictureFiles } from '../../components/FileInput'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import type { PictureRole } from '../../stores/picture-store'
import { AddByLink } from './AddByLink'
import { useMainVideo } from './use-main-video'

type Props = {
  role: PictureRole
  onRole: (role: PictureRole) => void
  hasPictures: boolean
  onAdd: (pictures: DroppedPictures) => Promise<void>
}

export function AddPictures({ role, onRole, hasPictures, onAdd }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const hasMainVideo = useMainVideo()
  // It measures itself at once: beside hundreds of first pictures all of those would be laid out for it, and again once those on their way in go.
  const isShown = useDeferredValue(hasPictures)
  return (
    <Group gap="sm" align="center">
      <Button leftSection={<IconPhotoPlus size={16} aria-hidden />} onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <FileInput
        ref={input}
        label="Picture files"
        accept={pictureFiles}
        multiple
        onFiles={(files) => void onAdd({ files, urls: [] })}
      />
      <AddByLink onAdd={(url) => onAdd({ files: [], urls: [url] })} />
      {isShown && (
        <SegmentedControl
          aria-label="What the next pictures become"
          value={role}
          onChange={(value) => onRole(value as PictureRole)}
          data={[
            { value: 'gallery', label: 'Add to gallery' },
            { value: 'main', label: 'Replace main picture', disabled: hasMainVideo },
          ]}
        />
      )}
      <Text c="dimmed" size="xs">
        or drop or paste them here{hasMainVideo && '. A video is the main one; pictures come after it.'}
      </Text>
    </Group>
  )
}
