import { Anchor, Text } from '@mantine/core'
import { call } from '../../bridge'

const developApps = 'https://my.ecwid.com/#develop-apps'

export function WhereToFind() {
  return (
    <Text c="dimmed">
      Both stand in Ecwid’s control panel under{' '}
      <Anchor
        component="button"
        type="button"
        onClick={() => void call('app.openExternal', { url: developApps }).catch(() => undefined)}
      >
        Settings, “Develop apps”
      </Anchor>
      . The store needs a paid Ecwid plan, because free ones have no API.
    </Text>
  )
}
