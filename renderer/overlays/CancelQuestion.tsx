import { Question } from './Question'

type Props = {
  title: string
  /** What becomes of what is sent, and of what waits. */
  children: string
  /** Whether something of it is in the store already. */
  isSent: boolean
  words: { goOn: string; takeBack: string; cancel: string }
  opened: boolean
  onClose: () => void
  /** Whether it is being cancelled. */
  onCancel: (keepSent: boolean) => Promise<boolean>
}

/** Whether what is on its way to the store is to end, and what becomes of what is there already. */
export function CancelQuestion({ title, children, isSent, words, opened, onClose, onCancel }: Props) {
  const cancel = async (keepSent: boolean) => {
    if (await onCancel(keepSent)) onClose()
  }
  return (
    <Question
      {...{ title, opened }}
      no={words.goOn}
      onNo={onClose}
      yes={{ label: isSent ? 'Keep what is there' : words.cancel, act: () => cancel(true) }}
      otherwise={isSent && { label: words.takeBack, act: () => cancel(false) }}
    >
      {children}
    </Question>
  )
}
