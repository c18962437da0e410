import { useEffect, useRef, useState } from 'react'
import type { SyncStatus } from '../../../electron/shared/store'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { useNetworkStore } from '../../stores/network-store'
import { useStoreStore } from '../../stores/store-store'

/** Tells a screen reader how long work goes on, a few times and not at every product. */
export function Announcer() {
  const sync = useStoreStore((state) => state.snapshot?.sync ?? null)
  const online = useNetworkStore((state) => state.online)
  const progress = announcementOf(sync)
  const network = useChangeOnly(
    online ? 'The network is back.' : 'There is no network. What you save is kept and sent later.',
  )
  return (
    <output aria-live="polite" className="visually-hidden">
      {network} {progress}
    </output>
  )
}

/** Changes at the start, at each quarter and at the end. */
function announcementOf(sync: SyncStatus | null): string {
  if (!sync) return ''
  if (sync.phase === 'pulling' && sync.total > 0) {
    const quarter = Math.floor((sync.done / sync.total) * 4) * 25
    return `Bringing in ${formatNumber(sync.total)} products, ${quarter} percent done.`
  }
  if (sync.phase === 'paused') return 'Bringing in products is paused.'
  if (sync.phase === 'failed') return sync.problem?.message ?? 'Bringing in products failed.'
  return sync.phase === 'idle' && sync.syncedAt !== null ? 'The catalogue is up to date.' : ''
}

/** The text once it has changed; how things stand at the start is no news. */
function useChangeOnly(text: string): string {
  const first = useRef(text)
  const [told, setTold] = useState('')
  useEffect(() => {
    if (text !== first.current || told !== '') setTold(text)
  }, [text, told])
  return told
}
