import type { ReactNode } from 'react'

export function SettingsScreen({ connections }: { connections: ReactNode }) {
  return connections
}
