import { Switch } from '@mantine/core'
import { useChangesSummary } from '../../stores/changes-store'
import { holdAll } from './change-actions'

/** Nothing is sent while it is on, also after a restart. */
export function HoldAll({ connectionId }: { connectionId: string }) {
  const held = useChangesSummary()?.holdAll ?? false
  return (
    <Switch
      label="Hold all sending"
      labelPosition="left"
      checked={held}
      onChange={(event) => void holdAll(connectionId, event.currentTarget.checked)}
    />
  )
}
