import { useEffect } from 'react'
import { notifyOnce } from '../../components/notify'
import { useEngineStore } from '../../stores/engine-store'

const sentence =
  'The part of Stockroom that keeps your data stopped and was started again. What you saved is kept; look whether what you did last is done.'

/** Says that the engine died, once each time. */
export function RestartNotice() {
  const restarts = useEngineStore((engine) => engine.restarts)
  useEffect(() => {
    if (restarts > 0) notifyOnce('engine-restarted', sentence)
  }, [restarts])
  return null
}
