import { Text } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsExchange,
  IconPhotoMinus,
  IconPhotoPlus,
  IconStar,
  IconStarOff,
  IconVersions,
} from '@tabler/icons-react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { jobFileSource } from '../../../electron/shared/picture-src'
import { Menu } from '../../overlays/Menu'
import { FileName } from './FileName'
import { arrangeFiles, assignFiles } from './job-actions'
import classes from './file-menu.module.css'
import { openMenu, pick, useReviewStore, type OpenMenu } from './review-store'
import { Thumb } from './Thumb'

/** What can be done with one picture that will be added. */
export function FileMenu({ job }: { job: PictureJob }) {
  const menu = useReviewStore((review) => review.menu)
  const { left = 0, bottom = 0 } = menu?.opener.getBoundingClientRect() ?? {}
  return (
    <Menu
      key={`${left} ${bottom}`}
      opened={menu !== null}
      onChange={(isOpen) => !isOpen && openMenu(null)}
      onClose={() => menu?.opener.focus({ preventScroll: true })}
      returnFocus={false}
      position="bottom-start"
      width={260}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left, top: bottom }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={menu ? `Actions for ${menu.file.name}` : undefined}>
        {menu && <Items job={job} menu={menu} />}
      </Menu.Dropdown>
    </Menu>
  )
}

function Items({ job, menu: { file, product } }: { job: PictureJob; menu: OpenMenu }) {
  const order = product.files.map(({ id }) => id)
  const place = order.indexOf(file.id)
  const isMain = product.mainFileId === file.id
  const arrange = (fileIds: number[], mainFileId: number | null) =>
    void arrangeFiles(job, product.productId, fileIds, mainFileId)
  const moveTo = (to: number) => {
    const rest = order.filter((id) => id !== file.id)
    arrange([...rest.slice(0, to), file.id, ...rest.slice(to)], product.mainFileId)
  }
  const keepsOne = product.current.length > product.removed.length
  const isOfVariation = product.variations.some((variation) => variation.file.id === file.id)
  return (
    <>
      <div className={classes.menuHead}>
        <Thumb connectionId={job.connectionId} source={jobFileSource(job.id, file.id)} size="large" />
        <FileName name={file.name} className={classes.menuName} />
        <Text fz="xs" c="dimmed">
          {[file.reason, file.note, file.warning].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Menu.Divider />
      {!isOfVariation && (
        <>
          {isMain && keepsOne ? (
            <Menu.Item leftSection={<IconStarOff size={16} />} onClick={() => arrange(order, null)}>
              Keep the present main picture
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconStar size={16} />}
              disabled={isMain}
              onClick={() => arrange([file.id, ...order.filter((id) => id !== file.id)], file.id)}
            >
              Make main picture
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconArrowLeft size={16} />} disabled={place <= 0} onClick={() => moveTo(place - 1)}>
            Move left
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowRight size={16} />}
            disabled={place === order.length - 1}
            onClick={() => moveTo(place + 1)}
          >
            Move right
          </Menu.Item>
        </>
      )}
      {isOfVariation && (
        <Menu.Item
          leftSection={<IconPhotoPlus size={16} />}
          onClick={() =>
            void assignFiles(
              job,
              { ids: [file.id] },
              { kind: 'product', productId: product.productId, variationId: null },
            )
          }
        >
          Add to the product’s pictures
        </Menu.Item>
      )}
      {product.hasVariations && (
        <Menu.Item
          leftSection={<IconVersions size={16} />}
          onClick={() =>
            pick({
              files: { ids: [file.id] },
              name: file.name,
              hint: '',
              product: { id: product.productId, name: product.name },
            })
          }
        >
          {isOfVariation ? 'For another variation…' : 'For a variation…'}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconArrowsExchange size={16} />}
        onClick={() => pick({ files: { ids: [file.id] }, name: file.name, hint: '' })}
      >
        Assign to another product…
      </Menu.Item>
      {file.byHand && (
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => void assignFiles(job, { ids: [file.id] }, { kind: 'automatic' })}
        >
          Back to what was found
        </Menu.Item>
      )}
      <Menu.Item
        style={{ color: 'var(--stock-danger-text)' }}
        leftSection={<IconPhotoMinus size={16} />}
        onClick={() => void assignFiles(job, { ids: [file.id] }, { kind: 'leaveOut' })}
      >
        Leave out
      </Menu.Item>
    </>
  )
}
