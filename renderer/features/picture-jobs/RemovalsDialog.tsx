/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be scrolled by keyboard */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { PictureJob, PictureJobProduct } from '../../../electron/shared/picture-job'
import { call } from '../../bridge'
import { Modal } from '../../overlays/Modal'
import { countOf } from '../../../electron/shared/words/counts'
import classes from './removals.module.css'
import { Thumb } from './Thumb'
import { usePaged } from '../../stores/use-paged'

type Props = {
  job: PictureJob
  opened: boolean
  onClose: () => void
  /** The second yes; without it the dialog only shows. */
  onConfirm?: () => Promise<void>
}

/** Every picture that a replaced gallery, or a variation, loses. */
export function RemovalsDialog({ job, opened, onClose, onConfirm }: Props) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await onConfirm?.()
    setBusy(false)
  }
  return (
    <Modal opened={opened} onClose={onClose} size={640} title={`${countOf(job.removals, 'picture')} will be removed`}>
      <Stack gap="md">
        <Text>
          These pictures leave the store once the new ones are there. Stockroom keeps them, so that undoing this upload
          puts them back.
        </Text>
        <Removals job={job} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {onConfirm ? 'Cancel' : 'Close'}
          </Button>
          {onConfirm && (
            <Button color="red.9" loading={busy} onClick={() => void confirm()}>
              Remove {countOf(job.removals, 'picture')} and upload
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

const rowHeight = 60

function Removals({ job }: { job: PictureJob }) {
  const { connectionId, id: jobId } = job
  const scroller = useRef<HTMLDivElement>(null)
  const { total, at, show } = usePaged<PictureJobProduct>(
    async (offset, limit) => {
      const { total, products } = await call('pictureJobs.removals', { connectionId, jobId, offset, limit })
      return { total, rows: products }
    },
    `${jobId}`,
    job.removals,
  )
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])
  return (
    <section ref={scroller} className={classes.removals} tabIndex={0} aria-label="Pictures that go">
      <ul className={classes.removalRows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const product = at(index)
          return (
            <li key={index} className={classes.removalRow} style={{ transform: `translateY(${start}px)` }}>
              <span className={classes.removalName}>{product?.name}</span>
              <span className={classes.removalPictures}>
                {product?.current
                  .filter(({ key }) => product.removed.includes(key))
                  .map(({ key, src, alt }) => (
                    <Thumb key={key} connectionId={connectionId} source={src} size="small" tone="removed" alt={alt} />
                  ))}
                {product?.variations.map(({ id, label, current }) => {
                  const of = { source: current?.src ?? '', alt: `${label}, its picture` }
                  return (
                    current && (
                      <span key={id} className={classes.removalVariation} title={label}>
                        <Thumb connectionId={connectionId} {...of} size="small" tone="removed" />
                        {label}
                      </span>
                    )
                  )
                })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
