import { Checkbox, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { RequestInput } from '../../../electron/shared/contract'
import type { FoundHits, Hit, ReplaceRule } from '../../../electron/shared/find-rule'
import { labelOf } from '../../../electron/shared/fields/shown'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ProductSelection } from '../../../electron/shared/proposal'
import { call, problemOf } from '../../bridge'
import { Status } from '../../components/Status'
import { countOf, productsText } from '../../../electron/shared/words/counts'
import classes from './bulk.module.css'

type Props = {
  connectionId: string
  selection: ProductSelection
  rule: ReplaceRule
  except: ReadonlySet<string>
  onExcept: (except: ReadonlySet<string>) => void
}

/** What was found, in its context; each can be left as it is. */
export function Hits({ connectionId, selection, rule, except, onExcept }: Props) {
  const [asked] = useDebouncedValue(JSON.stringify(rule), 200)
  const [found, setFound] = useState<FoundHits | string | null>(null)
  useEffect(() => {
    let isLatest = true
    // Its own text, so that the same rule typed again is the same question.
    void hitsOf({ connectionId, selection, rule: JSON.parse(asked) as ReplaceRule }).then((answer) => {
      if (isLatest && answer !== null) setFound(answer)
    })
    return () => {
      isLatest = false
    }
  }, [connectionId, selection, asked])
  if (found === null) return <Text c="dimmed">Searching</Text>
  if (typeof found === 'string') return <Status tone="danger">{found}</Status>
  const { total, products, hits } = found
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(except)
    if (isIn) next.delete(id)
    else next.add(id)
    onExcept(next)
  }
  return (
    <section aria-label="Found">
      <Text component="output" c="dimmed" aria-live="polite">
        {total === 0 ? 'Not found in these products.' : `${countOf(total, 'place')} in ${productsText(products)}`}
        {total > hits.length && `, the first ${formatNumber(hits.length)} of them here`}
      </Text>
      {hits.length > 0 && (
        <ul className={classes.hits}>
          {hits.map((hit) => (
            <HitLine key={hit.id} hit={hit} isIn={!except.has(hit.id)} onToggle={toggle} />
          ))}
        </ul>
      )}
    </section>
  )
}

type HitProps = { hit: Hit & { productName: string }; isIn: boolean; onToggle: (id: string, isIn: boolean) => void }

function HitLine({ hit, isIn, onToggle }: HitProps) {
  const { id, productName, field, before, found, replacement, after } = hit
  return (
    <li className={classes.hit}>
      <Checkbox
        size="xs"
        aria-label={`Replace in ${labelOf(field)} of ${productName}`}
        checked={isIn}
        onChange={(event) => onToggle(id, event.currentTarget.checked)}
      />
      <span className={classes.hitText} data-out={!isIn || undefined}>
        {before}
        <del>{found}</del>
        {replacement !== '' && <ins>{replacement}</ins>}
        {after}
      </span>
      <span className={classes.hitPlace}>
        {productName} · {labelOf(field)}
      </span>
    </li>
  )
}

/** Or why there are none; null: something else was asked for meanwhile. */
async function hitsOf(asked: RequestInput<'bulk.hits'>): Promise<FoundHits | string | null> {
  try {
    return await call('bulk.hits', asked)
  } catch (error) {
    const { code, message } = problemOf(error)
    return code === 'cancelled' ? null : message
  }
}
