import { Progress, Stack, Text } from '@mantine/core'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { productsText } from '../../../electron/shared/words/counts'
import { useImportsStore } from '../../stores/imports-store'

/** How far the files that rows name are looked at; nothing where none are. */
export function PictureFilesProgress() {
  const progress = useImportsStore((state) => state.progress)
  if (!progress) return null
  const { done, total } = progress
  return (
    <Stack gap={4}>
      <Text c="dimmed" component="output">
        Looking at the picture files of {productsText(total)}: {formatNumber(done)} done. Nothing is sent.
      </Text>
      <Progress value={(100 * done) / total} aria-label="Picture files looked at" />
    </Stack>
  )
}
