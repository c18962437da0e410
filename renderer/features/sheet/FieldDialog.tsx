import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { KindName } from '../../../electron/shared/fields/kind'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import { problemsOf } from '../../../electron/shared/fields/validate-product'
import { isWithin, textsWithin, type TextsSet, type TypedTexts } from '../../components/controls/control'
import { ControlOf } from '../../components/controls/ControlOf'
import type { Description } from '../../components/description-slot'
import { unreadSentence } from '../../format/number-question'
import { Modal } from '../../overlays/Modal'
import { withTexts, withUnparsed, withValue } from '../../stores/product-edits'
import { changeCells } from '../../stores/sheet-steps'
import { editsIn, useSheetStore, type SheetEdits } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import { valuesOfRow, type SheetColumn } from './sheet-column'

/** What a cell is too small for. Options and attributes change other parts of their product: those have the form. */
const inDialog = new Set<KindName>(['html', 'categories', 'category', 'list', 'products'])
/** The list to choose from opens below its box: what ends the dialog stays in reach. */
const opensDown = new Set<KindName>(['categories', 'category'])
export const hasDialog = ({ path, field }: SheetColumn): boolean =>
  path === field && inDialog.has(fieldOf(field).kind.name)

type Props = {
  connectionId: string
  productId: number
  column: SheetColumn
  description: Description
  onClose: () => void
}

let opened = 0

/** A value of one product by the control that its form has. It is in the draft at once; closing is one step of undo. */
export function FieldDialog({ connectionId, productId, column: { field }, description, onClose }: Props) {
  const [name] = useState(() => `dialog ${(opened += 1)}`)
  const words = useStoreWords()
  const rows = useSheetStore((sheet) => sheet.rows)
  const all = useSheetStore((sheet) => sheet.edits)
  const edits = editsIn({ rows, edits: all }, productId)
  if (!edits) return null
  const { kind, label, hint } = fieldOf(field)
  const values = valuesOfRow(edits)
  const change = (next: (edits: SheetEdits) => SheetEdits) => changeCells(name, new Map([[productId, next]]))
  const set = (value: unknown, texts: TextsSet = {}) => change((now) => withValue(withTexts(now, texts), field, value))
  const texts = textsOf(edits, field, (path, text) => change((now) => withUnparsed(now, path, text)), words.profile)
  const html = values.description ?? ''
  return (
    <Modal
      opened
      onClose={onClose}
      returnFocus={false}
      title={`${label}: ${values.name ?? ''}`}
      size={kind.name === 'html' ? 800 : 560}
    >
      <Stack gap="md" justify="space-between" mih={opensDown.has(kind.name) ? 440 : undefined}>
        {kind.name === 'html' ? (
          description({ connectionId, of: 'product', label, value: html, readOnly: false, onChange: set })
        ) : (
          <ControlOf
            path={field}
            label={label}
            kind={kind}
            value={values[field]}
            saved={edits.base[field]}
            onChange={set}
            words={words}
            texts={texts}
            readOnly={false}
            error={texts.problemAt(field)}
            hint={hint}
          />
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function textsOf(
  edits: SheetEdits,
  field: ProductField,
  set: TypedTexts['set'],
  profile: Parameters<typeof unreadSentence>[2],
): TypedTexts {
  const values = valuesOfRow(edits)
  const problems = field in edits.patch ? problemsOf(field, fieldOf(field), values[field], values) : {}
  const problemAt = (path: string) => {
    const text = edits.unparsed[path]
    return text === undefined ? problems[path] : unreadSentence(path, text, profile)
  }
  const known = [...Object.keys(edits.unparsed), ...Object.keys(problems)]
  return {
    at: (path) => edits.unparsed[path],
    set,
    problemAt,
    isWrong: (path) => known.some((at) => isWithin(at, path) && problemAt(at) !== undefined),
    within: (path) => textsWithin(edits.unparsed, path),
  }
}
