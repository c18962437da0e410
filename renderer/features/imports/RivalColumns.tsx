import { Button, Group } from '@mantine/core'
import { Status } from '../../components/Status'
import { takeAlone } from '../../stores/imports-store'
import { holdsTooText } from './import-words'

/** Other columns say the same: which one counts is not for us to know. `at`: the place of this one. */
export function RivalColumns({ name, names, at }: { name: string; names: readonly string[]; at: number }) {
  if (names.length === 0) return null
  return (
    <Group gap="xs" mt={6} wrap="nowrap" justify="space-between">
      <Status tone="warning" fz="xs">
        {holdsTooText(names)}
      </Status>
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        aria-label={`Use this one: ${name}`}
        onClick={() => takeAlone(at)}
      >
        Use this one
      </Button>
    </Group>
  )
}
