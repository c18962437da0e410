import { IconDots, IconPhoto } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { isBlank } from '../../../electron/shared/fold-text'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { ProductRow } from '../../../electron/shared/product-query'
import { Ago } from '../../components/Ago'
import { StateMark } from '../../components/StateMark'
import { ValueCell } from '../../components/ValueCell'
import { formatDateTime } from '../../format/dates'
import { countStyle, formatMoney } from '../../../electron/shared/numbers/money'
import type { ColumnKey } from './grid-columns'
import { MarkedText } from './MarkedText'
import classes from './ProductGrid.module.css'
import type { CellLook, RowLook } from './ProductGridRow'
import { useAtRest } from './list-pace'
import { stockText } from './stock-text'

type Props = { column: Exclude<ColumnKey, 'name' | 'sku'>; row: ProductRow; look: CellLook }

export const ProductCell = memo(function ProductCell({ column, row, look }: Props) {
  switch (column) {
    case 'picture':
      return <Picture key={row.thumbnail} row={row} connectionId={look.connectionId} />
    case 'price':
      return <Price row={row} look={look} />
    case 'quantity':
      return <Stock row={row} look={look} />
    case 'enabled':
      return <Status row={row} />
    case 'updated':
      return <Updated row={row} />
    case 'actions':
      return (
        <button type="button" tabIndex={-1} className={classes.more} aria-label={`Actions for ${row.name}`} data-more>
          <IconDots size={16} aria-hidden />
        </button>
      )
    default:
      return <ValueCell field={column} value={row.values[column]} words={look.words} />
  }
})

export function SkuCell({ row, look }: { row: ProductRow; look: RowLook }) {
  return (
    <span className={classes.oneLine} title={row.sku}>
      <MarkedText text={row.sku} needles={look.skuNeedles} />
    </span>
  )
}

function Picture({ row, connectionId }: { row: ProductRow; connectionId: string }) {
  const [isBroken, setBroken] = useState(false)
  const atRest = useAtRest()
  if (row.thumbnail === null || isBroken) {
    return (
      <span className={classes.noPicture}>
        <IconPhoto size={18} stroke={1.25} aria-hidden />
      </span>
    )
  }
  if (!atRest) return <span className={classes.noPicture} />
  return (
    <img
      className={classes.picture}
      src={pictureSrc(connectionId, row.thumbnail)}
      alt=""
      width={40}
      height={40}
      decoding="async"
      draggable={false}
      onError={() => setBroken(true)}
    />
  )
}

const matchNames = {
  description: 'Description',
  options: 'Options',
  categories: 'Category',
  alt: 'Picture',
  attributes: 'Attributes',
  variation: 'Variation',
} satisfies Record<NonNullable<ProductRow['match']>['field'], string>

export function NameCell({ row, look }: { row: ProductRow; look: RowLook }) {
  const { match } = row
  return (
    <div className={classes.name}>
      <div className={classes.nameLine}>
        <span className={classes.nameText} title={row.name}>
          {isBlank(row.name) ? 'No name' : <MarkedText text={row.name} needles={look.needles} />}
        </span>
        {!look.cells.columns.some(({ key }) => key === 'enabled') && (
          <>
            {!row.enabled && <span className={classes.badge}>Hidden</span>}
            <StateMark row={row} isShort />
          </>
        )}
      </div>
      {match ? (
        <span className={classes.second} title={match.text}>
          {matchNames[match.field]}:{' '}
          <MarkedText text={match.text} needles={match.field === 'variation' ? look.skuNeedles : look.needles} />
        </span>
      ) : (
        look.cells.isCompact &&
        row.sku !== '' && (
          <span className={classes.second} title={row.sku}>
            <MarkedText text={row.sku} needles={look.skuNeedles} />
          </span>
        )
      )}
    </div>
  )
}

function Price({ row, look }: { row: ProductRow; look: CellLook }) {
  const isOnSale = row.compareToPrice !== null && row.compareToPrice > row.price
  return (
    <div className={classes.price}>
      <span>{formatMoney(row.price, look.words.profile)}</span>
      {isOnSale && (
        <s
          className={classes.was}
          aria-label={`instead of ${formatMoney(row.compareToPrice ?? 0, look.words.profile)}`}
        >
          {formatMoney(row.compareToPrice ?? 0, look.words.profile)}
        </s>
      )}
    </div>
  )
}

function Stock({ row, look }: { row: ProductRow; look: CellLook }) {
  const { text, tone } = stockText(row, countStyle(look.words.profile))
  return (
    <span
      className={classes.stock}
      data-tone={tone}
      title={[row.variationCount > 0 && 'All variations together', tone === 'low' && 'At or below the warning level']
        .filter(Boolean)
        .join('. ')}
    >
      {text}
      {tone === 'low' && <span className={classes.low}>Low</span>}
    </span>
  )
}

function Status({ row }: { row: ProductRow }) {
  return (
    <div className={classes.status}>
      <span className={classes.enabled} data-enabled={row.enabled}>
        {row.enabled ? 'Enabled' : 'Hidden'}
      </span>
      <StateMark row={row} />
    </div>
  )
}

function Updated({ row }: { row: ProductRow }) {
  if (row.updatedAt === 0) return <span className={classes.faint}>Not sent yet</span>
  const ms = row.updatedAt * 1000
  return (
    <span className={classes.faint} title={formatDateTime(ms)}>
      <Ago at={ms} />
    </span>
  )
}
