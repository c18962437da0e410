import { Modal as MantineModal, type ModalProps } from '@mantine/core'
import { useOverlay } from './use-overlay'

/** Mantine's, known to the stack of overlays, which closes it by Escape when it is on top. */
export function Modal(props: ModalProps) {
  useOverlay('dialog', props.opened, props.onClose)
  return <MantineModal {...props} closeOnEscape={false} />
}
