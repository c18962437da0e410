import { Button } from '@mantine/core'
import { Banner } from '../../components/Banner'
import { dismissStoreNotice, openStore, unreadNotice, useStoreStore } from '../../stores/store-store'
import { useViewStore } from '../../stores/view-store'

/** Something about the local copy as a whole: it was set aside, or could not be opened. */
export function StoreNotice() {
  const connectionId = useViewStore((view) => view.connectionId)
  const problem = useStoreStore((state) => state.problem)
  const notice = useStoreStore(unreadNotice)
  if (problem && connectionId) {
    const again = (
      <Button size="compact-sm" variant="default" onClick={() => void openStore(connectionId)}>
        Try again
      </Button>
    )
    return (
      <Banner tone="danger" action={again}>
        {problem.message}
      </Banner>
    )
  }
  if (!notice) return null
  const dismiss = (
    <Button size="compact-sm" variant="default" onClick={dismissStoreNotice}>
      Understood
    </Button>
  )
  return (
    <Banner tone="warning" action={dismiss}>
      {notice}
    </Banner>
  )
}
