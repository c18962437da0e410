import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { FileInput } from '../../components/FileInput'
import { tellWhyNot } from '../../components/notify'
import { openArchive } from '../../stores/snapshots-store'

/** A file is chosen, and compared once it is read. */
export function OpenArchive(props: { connectionId: string; onOpened: (snapshotId: number) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)

  async function open([file]: File[]): Promise<void> {
    if (!file) return
    setBusy(true)
    const opened = await openArchive(props.connectionId, file)
    setBusy(false)
    if ('problem' in opened) tellWhyNot(opened.problem)
    else props.onOpened(opened.snapshotId)
  }

  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => input.current?.click()}>
        Compare with an archive…
      </Button>
      <FileInput ref={input} label="Archive of this store" accept=".zip" onFiles={(files) => void open(files)} />
    </>
  )
}
