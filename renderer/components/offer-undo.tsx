import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ErrorInfo } from '../../electron/shared/errors'
import { tellWhyNot } from './notify'

type Offer = {
  /** What was done, as a short sentence. */
  message: string
  /** One way back for this: a newer offer about the same takes the place of the former. */
  about?: string
  /** Takes it back; answers with why not. */
  undo: () => Promise<ErrorInfo | null>
  label?: 'Undo' | 'Redo'
  /** How long there is a way back, in ms. */
  forMs?: number
  /** No change set has it: Ctrl+Z in this store asks here for it while it is shown, unless something was changed since. */
  keysOf?: string | null
}
/** `at`: when it was offered, as change sets say it. */
type OfKeys = { connectionId: string; at: number; takeBack: () => Promise<void> }

let count = 0
const shown = new Map<string, () => void>()
let ofKeys: OfKeys | null = null

/** Says what was done, with the way back for a few seconds. Later the Changes screen has it. Answers with what takes it away. */
export function offerUndo(offer: Offer): () => void {
  const { message, about, undo, label = 'Undo', forMs = 10_000, keysOf = null } = offer
  const id = `undo ${++count}`
  const hide = () => notifications.hide(id)
  const takeBack = async () => {
    hide()
    forget()
    tellWhyNot(await undo())
  }
  const forget = () => {
    if (about !== undefined && shown.get(about) === hide) shown.delete(about)
    if (ofKeys?.takeBack === takeBack) ofKeys = null
  }
  if (about !== undefined) {
    shown.get(about)?.()
    shown.set(about, hide)
  }
  ofKeys = keysOf === null ? null : { connectionId: keysOf, at: Date.now(), takeBack }
  notifications.show({
    id,
    autoClose: forMs,
    withBorder: true,
    role: 'status',
    onClose: forget,
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text lineClamp={4} style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
        <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={() => void takeBack()}>
          {label}
        </Button>
      </Group>
    ),
  })
  return hide
}

/** It was taken back in another way: its message offers nothing any more. */
export const endOfferOf = (changeSetId: number): void => shown.get(aboutSet(changeSetId))?.()
export const aboutSet = (changeSetId: number): string => `set ${changeSetId}`

/** What Ctrl+Z takes back before any change set; null: nothing such is offered. */
export const offeredToKeys = (): OfKeys | null => ofKeys

type Done = {
  problem: ErrorInfo | null
  changeSetId: number | null
  message: string
  undo: (changeSetId: number) => Promise<ErrorInfo | null>
}

/** What became of an act: why not, and what was written of it, with the way back. Null: there was nothing to do. */
export function tellDone(done: Done | null): void {
  if (done === null) return
  const { problem, changeSetId, message, undo } = done
  tellWhyNot(problem)
  if (changeSetId !== null) offerUndo({ message, about: aboutSet(changeSetId), undo: () => undo(changeSetId) })
}
