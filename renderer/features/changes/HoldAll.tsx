import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useChangesSummary } from '../../stores/changes-store'
import { holdAll } from './change-actions'

/** Nothing is sent while it is on, also after a restart. */
export function HoldAll({ connectionId }: { connectionId: string }) {
  const held = useChangesSummary()?.holdAll ?? false
  // What was asked for, until main has answered: a switch that stands still looks broken.
  const [asked, setAsked] = useState<boolean | null>(null)

  async function hold(next: boolean): Promise<void> {
    setAsked(next)
    await holdAll(connectionId, next)
    setAsked(null)
  }

  return (
    <Switch
      label="Hold all sending"
      labelPosition="left"
      checked={asked ?? held}
      onChange={(event) => void hold(event.currentTarget.checked)}
    />
  )
}
