import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

type Pressed = KeyboardEvent | ReactKeyboardEvent

/** While an input method composes a letter, its keys choose and end that letter: Enter, Escape and arrows mean nothing else. */
export const isComposing = (event: Pressed): boolean =>
  'nativeEvent' in event ? event.nativeEvent.isComposing : event.isComposing

export const isEnter = (event: Pressed): boolean => event.key === 'Enter' && !isComposing(event)

/** Whether keys are letters there. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button)$/.test(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
}
