import { IconLink } from '@tabler/icons-react'
import { call, problemOf } from '../../bridge'
import { AddressPopover } from '../../overlays/AddressPopover'

/** A link is looked at before it is taken. */
export function AddByLink({ onAdd }: { onAdd: (url: string) => Promise<void> }) {
  async function take(url: string): Promise<string | null> {
    try {
      await call('pictures.checkUrl', { url })
      void onAdd(url)
      return null
    } catch (error) {
      return problemOf(error).message
    }
  }

  return (
    <AddressPopover
      button="Add by link"
      icon={<IconLink size={16} aria-hidden />}
      title="Add a picture by link"
      label="Link to a picture"
      take={take}
    />
  )
}
