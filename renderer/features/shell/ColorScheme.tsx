import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useSettingsStore } from '../../stores/settings-store'

/** Keeps the look in step with the settings. */
export function ColorScheme() {
  const scheme = useSettingsStore((settings) => settings.colorScheme)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
  return null
}
