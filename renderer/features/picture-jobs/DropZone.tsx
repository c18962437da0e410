import { Button, Group, Text, Title } from '@mantine/core'
import { IconFolderPlus, IconPhotoPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { useAccess } from '../../stores/access'
import { scanFiles } from './job-actions'
import classes from './screen.module.css'

/** Nothing is being uploaded: the place for a folder, and how its names are understood. */
export function DropZone({ connectionId }: { connectionId: string }) {
  const { canUpdate, reason } = useAccess()
  return (
    <section className={classes.zone} aria-label="Add pictures">
      <IconFolderPlus size={40} stroke={1.25} aria-hidden className={classes.zoneSign} />
      <Title order={2}>Drop a folder of pictures</Title>
      <Text c="dimmed" maw={520} ta="center">
        Files are matched to products by SKU, barcode or name, in the file name or the name of its folder:{' '}
        <code className={classes.example}>MUG-12.jpg</code>, <code className={classes.example}>MUG-12_2.jpg</code> or{' '}
        <code className={classes.example}>MUG-12/front.jpg</code>. You see every match before anything is uploaded.
      </Text>
      {canUpdate ? (
        <ChooseFiles connectionId={connectionId} into={null} />
      ) : (
        <Text c="dimmed" role="note">
          {reason}
        </Text>
      )}
    </section>
  )
}

/** Two dialogs, because most systems let one choose either files or a folder. */
export function ChooseFiles({ connectionId, into }: { connectionId: string; into: PictureJob | null }) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    const chosen = Array.from(input.files ?? [])
    // The same folder chosen again must be news again.
    input.value = ''
    void scanFiles(connectionId, chosen, into)
  }
  const small = into !== null
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant={small ? 'default' : 'filled'}
        size={small ? 'compact-sm' : 'sm'}
        leftSection={<IconFolderPlus size={16} aria-hidden />}
        onClick={() => folder.current?.click()}
      >
        {small ? 'Add a folder' : 'Choose a folder'}
      </Button>
      <Button
        variant="default"
        size={small ? 'compact-sm' : 'sm'}
        leftSection={<IconPhotoPlus size={16} aria-hidden />}
        onClick={() => files.current?.click()}
      >
        {small ? 'Add files' : 'Choose files'}
      </Button>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label="Folder of pictures"
        {...{ webkitdirectory: '' }}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*,.jpg,.jpeg,.png,.gif,.webp,.avif,.bmp"
        aria-label="Files to match"
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </Group>
  )
}
