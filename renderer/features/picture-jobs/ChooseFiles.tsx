import { Button, Group } from '@mantine/core'
import { IconFolderPlus, IconPhotoPlus, IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { FileInput, pictureFiles } from '../../components/FileInput'
import { Menu } from '../../overlays/Menu'
import { scanFiles } from './job-actions'

/** Two ways in, because most systems let one choose either files or a folder. */
export function ChooseFiles({ connectionId }: { connectionId: string }) {
  const { chooseFolder, chooseFiles, inputs } = useFileDialogs(connectionId, null)
  return (
    <Group gap="xs" wrap="nowrap">
      <Button leftSection={<IconFolderPlus size={16} aria-hidden />} onClick={chooseFolder}>
        Choose a folder
      </Button>
      <Button variant="default" leftSection={<IconPhotoPlus size={16} aria-hidden />} onClick={chooseFiles}>
        Choose files
      </Button>
      {inputs}
    </Group>
  )
}

/** More files for what is being reviewed. */
export function AddMore({ job }: { job: PictureJob }) {
  const { chooseFolder, chooseFiles, inputs } = useFileDialogs(job.connectionId, job)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
            Add files
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFolderPlus size={16} />} onClick={chooseFolder}>
            A folder…
          </Menu.Item>
          <Menu.Item leftSection={<IconPhotoPlus size={16} />} onClick={chooseFiles}>
            Single files…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {inputs}
    </>
  )
}

function useFileDialogs(connectionId: string, into: PictureJob | null) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (chosen: File[]) => void scanFiles(connectionId, chosen, into)
  const inputs = (
    <>
      <FileInput ref={folder} label="Folder of pictures" multiple isFolder onFiles={take} />
      <FileInput ref={files} label="Files to match" accept={pictureFiles} multiple onFiles={take} />
    </>
  )
  return {
    chooseFolder: () => folder.current?.click(),
    chooseFiles: () => files.current?.click(),
    inputs,
  }
}
