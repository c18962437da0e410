import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'

type Props = {
  /** What stopped, as it stands in "... stopped working." */
  what: string
  children: ReactNode
}

/** The last net around a part of the window: the rest goes on working. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Alert m="md" color="red" role="alert" icon={<IconAlertTriangle />} title={`${this.props.what} stopped working`}>
        <Stack gap="xs" align="flex-start">
          <Text>
            This is a defect in Stockroom. What you saved is safe on this computer, and what you typed was kept as a
            draft.
          </Text>
          <Button variant="default" size="xs" onClick={() => this.setState({ failed: false })}>
            Show it again
          </Button>
        </Stack>
      </Alert>
    )
  }
}
