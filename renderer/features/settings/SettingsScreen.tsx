import { Anchor, Button, Group, SegmentedControl, Switch, Text, Title } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import type { AppInfo, Settings } from '../../../electron/shared/settings'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { Status } from '../../components/Status'
import { runCommand } from '../../stores/command-store'
import { saveSettings, useSettingsStore } from '../../stores/settings-store'
import { useStoreStore } from '../../stores/store-store'
import { NewProducts } from './NewProducts'
import classes from './SettingsScreen.module.css'

/** Preferences, and where everything lives. */
export function SettingsScreen({ connections }: { connections: ReactNode }) {
  const info = useAppInfo()
  const snapshot = useStoreStore((state) => state.snapshot)
  return (
    <div className={classes.screen}>
      <Title order={1} mb="md">
        Settings
      </Title>
      <Section title="Stores">{connections}</Section>
      {snapshot && (
        <Section title="New products">
          <NewProducts key={snapshot.connectionId} snapshot={snapshot} />
        </Section>
      )}
      <Section title="Appearance">
        <Appearance />
      </Section>
      <Section title="Notifications">
        <Notifications />
      </Section>
      <Section title="Data and keys">
        <DataAndKeys info={info} />
      </Section>
      <Section title="Network">
        <Text>
          Stockroom talks to app.ecwid.com, and loads pictures from the hosts your store’s pictures come from. It
          contacts nobody else and sends no statistics about you.
        </Text>
      </Section>
      <Section title="How to remove everything">
        <Text>
          Remove each store above: its key leaves the keychain and its local copy the disk. Then quit Stockroom, delete
          the data folder and remove the program. Nothing of this touches your store at Ecwid.
        </Text>
      </Section>
      <Section title="About">
        <Text>
          Stockroom {info?.version ?? ''}
          {info && <span className={classes.dim}> on Electron {info.electronVersion}</span>}
        </Text>
        <Text>Stockroom is free software under the MIT licence. It is not affiliated with Ecwid.</Text>
        <Text mt={4}>
          <Anchor component="button" type="button" onClick={() => runCommand('show-shortcuts')}>
            Keyboard shortcuts
          </Anchor>
        </Text>
      </Section>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      <div className={classes.content}>{children}</div>
    </section>
  )
}

function Appearance() {
  const colorScheme = useSettingsStore((settings) => settings.colorScheme)
  return (
    <SegmentedControl
      aria-label="Appearance"
      value={colorScheme}
      onChange={(value) => save({ colorScheme: value as Settings['colorScheme'] })}
      data={[
        { value: 'auto', label: 'As the system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
    />
  )
}

function Notifications() {
  const notifications = useSettingsStore((settings) => settings.notifications)
  return (
    <Switch
      checked={notifications}
      onChange={(event) => save({ notifications: event.currentTarget.checked })}
      label="Tell me when long work ends while the window is in the background"
    />
  )
}

function DataAndKeys({ info }: { info: AppInfo | null }) {
  if (!info) return null
  return (
    <>
      <Text>Your local copy, the changes you made and the pictures waiting to be sent are in this folder:</Text>
      <Group gap="xs" my={4}>
        <code className={classes.path}>{info.dataFolder}</code>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void call('app.openDataFolder', {}).catch((error: unknown) => notifyProblem(problemOf(error)))}
        >
          Open the folder
        </Button>
      </Group>
      {info.keychainWorks ? (
        <Status tone="success">Keys are in the keychain of this computer and in no file.</Status>
      ) : (
        <Status tone="warning">
          No keychain answers on this computer, so keys are kept in memory only and are asked for at each start.
        </Status>
      )}
      <Text c="dimmed" fz="xs" mt={4}>
        Log: <span className="selectable">{info.logFile}</span>
      </Text>
    </>
  )
}

function useAppInfo(): AppInfo | null {
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    call('app.info', {}).then(setInfo, (error: unknown) => notifyProblem(problemOf(error)))
  }, [])
  return info
}

function save(patch: Partial<Settings>): void {
  saveSettings(patch).catch((error: unknown) => notifyProblem(problemOf(error)))
}
