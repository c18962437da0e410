import { Text, Title } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import { useAccess } from '../../stores/access'
import { ChooseFiles } from './ChooseFiles'
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
        <ChooseFiles connectionId={connectionId} />
      ) : (
        <Text c="dimmed" role="note">
          {reason}
        </Text>
      )}
    </section>
  )
}
