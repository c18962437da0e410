import { Anchor, Text } from '@mantine/core'
import { call } from '../../bridge'

const developApps = 'https://my.ecwid.com/#develop-apps'

export function WhereToFind({ what }: { what: 'both' | 'the key' }) {
  return (
    <Text c="dimmed">
      The key is in Ecwid’s control panel under{' '}
      <Anchor
        component="button"
        type="button"
        onClick={() => void call('app.openExternal', { url: developApps }).catch(() => undefined)}
      >
        Settings, “Develop apps”
      </Anchor>
      {what === 'both' && ', the store ID on its first page'}. Free Ecwid plans have no API, so the store needs a paid
      one.
    </Text>
  )
}
