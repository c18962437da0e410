import { notifications } from '@mantine/notifications'
import type { ErrorInfo } from '../../electron/shared/errors'

let lastDone = ''

/** A quiet word that something worked. Goes by itself, or when the next one comes. */
export function notifyDone(message: string): void {
  notifications.hide(lastDone)
  lastDone = notifications.show({ message, autoClose: 4000, withBorder: true, role: 'status' })
}

/** Why a key pressed or a drop did nothing. */
export function tellNotAllowed(reason: string | null): void {
  if (reason === null) return
  notifications.show({ id: reason, message: reason, autoClose: 8000, withBorder: true, role: 'status' })
}

/** What a paste could not bring along, until it is closed. Answers with what closes it. */
export function notifyLeftOut(message: string): () => void {
  notifications.show({ id: message, message, color: 'yellow', autoClose: false, withBorder: true, role: 'alert' })
  return () => notifications.hide(message)
}

/** What the program lives through and a person should know of, until it is closed. */
export function notifyOnce(id: string, message: string): void {
  notifications.show({ id, message, color: 'yellow', autoClose: false, withBorder: true, role: 'alert' })
}

/** Something went wrong: its sentence, until it is closed. A cancelled action says nothing. */
export function notifyProblem(problem: ErrorInfo): void {
  if (problem.code === 'cancelled') return
  notifications.show({
    // The same sentence twice is one message.
    id: problem.message,
    message: problem.message,
    color: 'red',
    autoClose: false,
    withBorder: true,
    role: 'alert',
  })
}

/** The same of what may have gone well. */
export const tellWhyNot = (problem: ErrorInfo | null): void => void (problem && notifyProblem(problem))
