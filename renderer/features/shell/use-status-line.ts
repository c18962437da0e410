import { useNow } from '../../components/use-now'
import { useChangesSummary } from '../../stores/changes-store'
import { useCurrentConnection } from '../../stores/connection-store'
import { useNetworkStore } from '../../stores/network-store'
import { useStoreStore } from '../../stores/store-store'
import { statusLine, type StatusLine } from './status-line'

export function useStatusLine(): StatusLine {
  const { online, offlineSince } = useNetworkStore()
  const sync = useStoreStore((state) => state.snapshot?.sync ?? null)
  const keyPlace = useCurrentConnection()?.keyPlace ?? 'keychain'
  const summary = useChangesSummary()
  // News can be younger than the last tick of the clock.
  const now = Math.max(useNow(1000), sync?.syncedAt ?? 0)
  return statusLine({ online, offlineSince, keyPlace, sync, summary }, now)
}
