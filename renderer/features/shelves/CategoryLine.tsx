/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see the tree */
import { IconEyeOff } from '@tabler/icons-react'
import { memo } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { pictureSrc } from '../../../electron/shared/picture-src'
import { Chevron } from '../../components/Chevron'
import { PictureImage } from '../../components/PictureImage'
import { StateMark } from '../../components/StateMark'
import type { CategoryRow } from '../../format/category-rows'
import { useAccess } from '../../stores/access'
import { useCategoryCount } from '../../stores/category-counts-store'
import { useViewStore } from '../../stores/view-store'
import { activateCategory, renameInPlace, turnCategory } from '../../stores/category-view-store'
import classes from './shelves.module.css'
import { CategoryMenu } from './CategoryMenu'
import type { DropPlace } from './drop-target'
import { NameBox } from './NameBox'
import { useTyped } from './use-typed'

export const lineId = (key: number) => `category-${key}`

type Props = {
  row: CategoryRow
  /** Distance from the top of the tree in CSS pixels. */
  top: number
  isActive: boolean
  isRenaming: boolean
  /** Whether any in the tree has one: the names stand below each other. */
  hasPictures: boolean
  drop: DropPlace | null
  /** Back to the tree. */
  onLeave: () => void
}

/** One category in the tree. */
export const CategoryLine = memo(function CategoryLine({
  row,
  top,
  isActive,
  isRenaming,
  hasPictures,
  drop,
  onLeave,
}: Props) {
  const { key, category, depth, hasChildren, isOpen, isHidden, position, siblings } = row
  const { canUpdate } = useAccess()
  const count = useCategoryCount(category.id)
  const hasDraft = useTyped('category', key)
  return (
    <div
      role="treeitem"
      id={lineId(key)}
      // The tree has the focus, and says which line it means.
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isActive}
      className={classes.line}
      data-key={key}
      data-active={isActive || undefined}
      data-hidden={isHidden || undefined}
      data-drop={drop ?? undefined}
      draggable={canUpdate && !isRenaming}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 8 + depth * 18 }}
      onClick={() => {
        activateCategory(key)
        if (!isRenaming) onLeave()
      }}
      onDoubleClick={() => canUpdate && renameInPlace(key)}
      onKeyDown={() => {}}
    >
      {/* The keyboard has the arrows for it. */}
      <span
        aria-hidden
        className={classes.turn}
        data-leaf={!hasChildren || undefined}
        onClick={(event) => {
          event.stopPropagation()
          turnCategory(key, !isOpen)
        }}
      >
        <Chevron isOpen={isOpen} size={14} />
      </span>
      {hasPictures && <Thumbnail source={category.thumbnail} />}
      {isRenaming ? (
        <NameBox category={category} onLeave={onLeave} />
      ) : (
        <span className={classes.name} data-name>
          {category.name}
        </span>
      )}
      {isHidden && (
        <span className={classes.hidden}>
          <IconEyeOff size={14} aria-hidden />
          <span className="visually-hidden">{category.enabled ? 'in a hidden category' : 'hidden'}</span>
        </span>
      )}
      <StateMark row={{ state: 'synced', hasDraft }} isShort />
      <span className={classes.count}>
        {formatNumber(count)}
        <span className="visually-hidden">{count === 1 ? ' product' : ' products'}</span>
      </span>
      {canUpdate && <CategoryMenu row={row} />}
    </div>
  )
})

/** Its name beside it says what it is. */
function Thumbnail({ source }: { source: string | undefined }) {
  const connectionId = useViewStore((view) => view.connectionId) ?? ''
  const none = <span className={classes.noThumbnail} aria-hidden />
  if (source === undefined) return none
  return <PictureImage className={classes.thumbnail} src={pictureSrc(connectionId, source)} alt="" instead={none} />
}
