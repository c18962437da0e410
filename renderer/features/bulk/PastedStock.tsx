import { Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { RequestInput } from '../../../electron/shared/contract'
import type { StockLine, StockList } from '../../../electron/shared/stock-rule'
import { call, problemOf } from '../../bridge'
import { NumberChoice } from '../../components/NumberChoice'
import { Status } from '../../components/Status'
import { countOf } from '../../../electron/shared/words/counts'
import classes from './bulk.module.css'

type Props = { connectionId: string; onLines: (lines: readonly StockLine[]) => void }

const linesShown = 100

/** SKUs and numbers from a table, and each line that is not taken as it is. */
export function PastedStock({ connectionId, onLines }: Props) {
  const [typed, setTyped] = useState('')
  const [pasted] = useDebouncedValue(typed, 200)
  const [answers, setAnswers] = useState<Record<string, number>>({})
  const [list, setList] = useState<StockList | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isLatest = true
    void listOf({ connectionId, pasted, answers }).then((found) => {
      if (!isLatest) return
      setProblem(typeof found === 'string' ? found : null)
      setList(typeof found === 'string' ? null : found)
      onLines(typeof found === 'string' ? [] : found.lines.map(({ sku, amount }) => ({ sku, amount })))
    })
    return () => {
      isLatest = false
    }
  }, [connectionId, pasted, answers]) // oxlint-disable-line react/exhaustive-deps -- what was pasted, not who hears of it
  return (
    <>
      <Textarea
        label="SKUs and numbers"
        description="Two columns from a table: a SKU and a number in each line."
        value={typed}
        rows={6}
        spellCheck={false}
        classNames={{ input: 'tabular' }}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {problem && <Status tone="danger">{problem}</Status>}
      {list && pasted.trim() !== '' && (
        <>
          <Text component="output" c="dimmed" aria-live="polite">
            {takenText(list)}
          </Text>
          <OddLines list={list} onAnswer={(text, value) => setAnswers({ ...answers, [text]: value })} />
        </>
      )}
    </>
  )
}

function takenText({ lines, odd, asked }: StockList): string {
  const all = lines.length + odd.length + asked.length
  return all === lines.length ? countOf(all, 'line') : `${countOf(lines.length, 'line')} of ${all} can be used`
}

type OddProps = { list: StockList; onAnswer: (typed: string, value: number) => void }

function OddLines({ list: { odd, asked }, onAnswer }: OddProps) {
  if (odd.length + asked.length === 0) return null
  return (
    <ul className={classes.hits} aria-label="Lines that are not used">
      {asked.slice(0, linesShown).map(({ line, sku, typed, readings }) => (
        <li key={line} className={classes.odd}>
          <span>Line {line}</span>
          <span className={classes.oddText}>
            {sku}: {typed} can be read in two ways. Choose what you mean.
          </span>
          <NumberChoice
            label={`Line ${line}`}
            readings={readings}
            write={String}
            onChoose={(value) => onAnswer(typed, value)}
          />
        </li>
      ))}
      {odd.slice(0, linesShown).map(({ line, sku, typed, why }) => (
        <li key={line} className={classes.odd}>
          <span>Line {line}</span>
          <span className={classes.oddText}>{[sku, typed].filter(Boolean).join(' ')}</span>
          <span className={classes.refused}>{why}</span>
        </li>
      ))}
    </ul>
  )
}

/** Or why it cannot be read. */
async function listOf(asked: RequestInput<'bulk.stockList'>): Promise<StockList | string> {
  try {
    return await call('bulk.stockList', asked)
  } catch (error) {
    return problemOf(error).message
  }
}
