import { useEffect, useRef } from 'react'
import { notifyLeftOut } from '../../../components/notify'
import { useViewStore } from '../../../stores/view-store'

/** Says what a paste or a drop could not bring along; null: nothing. It is said as long as the description is on the screen. */
export function useLeftOut(): (notice: string | null) => void {
  const closers = useRef<(() => void)[]>([])
  const inSight = useViewStore(({ screen, productTab }) => `${screen} ${productTab}`)
  useEffect(
    () => () => {
      for (const close of closers.current) close()
      closers.current = []
    },
    [inSight],
  )
  return (notice) => {
    if (notice !== null) closers.current.push(notifyLeftOut(notice))
  }
}
