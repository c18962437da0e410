import { Button, Stack, Text } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { FileInput } from '../../components/FileInput'
import { Status } from '../../components/Status'
import { lookAgain, lookAtTable, useImportsStore } from '../../stores/imports-store'
import classes from './imports.module.css'
import { usePastedCells } from './use-pasted-cells'

/** A file is chosen, or dropped on it. */
export function ChooseTable() {
  const { isBusy, problem } = useImportsStore()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const heed = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  usePastedCells()
  const take = ([file]: File[]) => void (file && lookAtTable(file))
  return (
    <Stack gap="md">
      <div
        className={classes.drop}
        data-over={isOver}
        onDragEnter={heed(true)}
        onDragOver={heed(true)}
        onDragLeave={heed(false)}
        onDrop={(event) => {
          heed(false)(event)
          take(Array.from(event.dataTransfer.files))
        }}
      >
        <IconTableImport size={28} stroke={1.5} aria-hidden />
        <Button loading={isBusy} onClick={() => input.current?.click()} data-autofocus>
          Choose a file…
        </Button>
        <FileInput ref={input} label="Table of products" accept=".csv,.tsv,.txt,.xlsx" onFiles={take} />
        <Text c="dimmed">or drop it here: a workbook (.xlsx), or CSV of any kind. Copied cells can be pasted.</Text>
      </div>
      <Text c="dimmed">
        Rows are matched by Ecwid ID, SKU, UPC or name, those of variations by their options too. Empty cells change
        nothing, and nothing is written before you have seen all of it.
      </Text>
      {problem && (
        <Status tone="danger" role="alert">
          {problem.message}
        </Status>
      )}
      {problem?.fields?.['quotes'] && (
        <Button
          variant="default"
          loading={isBusy}
          onClick={() => void lookAgain({ quotes: 'ignored' })}
          w="fit-content"
        >
          Read its quotes as other signs
        </Button>
      )}
    </Stack>
  )
}
