import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import type { PictureRole } from '../../stores/picture-store'
import { AddByLink } from './AddByLink'

type Props = {
  role: PictureRole
  onRole: (role: PictureRole) => void
  hasPictures: boolean
  onAdd: (pictures: DroppedPictures) => Promise<void>
}

const accepted = 'image/*,.jpg,.jpeg,.png,.gif,.webp,.avif,.bmp,.heic,.heif,.tif,.tiff'

export function AddPictures({ role, onRole, hasPictures, onAdd }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Group gap="sm" align="center">
      <Button leftSection={<IconPhotoPlus size={16} aria-hidden />} onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label="Picture files"
        onChange={({ currentTarget }) => {
          const files = Array.from(currentTarget.files ?? [])
          // The same file chosen again must be news again.
          currentTarget.value = ''
          void onAdd({ files, urls: [] })
        }}
      />
      <AddByLink onAdd={(url) => onAdd({ files: [], urls: [url] })} />
      {hasPictures && (
        <SegmentedControl
          aria-label="What the next pictures become"
          value={role}
          onChange={(value) => onRole(value as PictureRole)}
          data={[
            { value: 'gallery', label: 'Add to gallery' },
            { value: 'main', label: 'Replace main picture' },
          ]}
        />
      )}
      <Text c="dimmed" size="xs">
        or drop or paste them here
      </Text>
    </Group>
  )
}
