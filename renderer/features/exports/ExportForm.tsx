import { Button, Checkbox, Group, Radio, SegmentedControl, Stack } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { exportFormats, type ExportAsked, type ExportFormat } from '../../../electron/shared/export'
import { productsText } from '../../../electron/shared/words/counts'
import { Status } from '../../components/Status'
import { closeExport, exportAgain, startExport, type ExportQuestion } from '../../stores/exports-store'
import { ExportColumns, useSheetTitles } from './ExportColumns'
import { besideHint, categoriesHint, choiceText, formats } from './export-words'

const decimals = [
  { value: ',', label: '9,99 and semicolons' },
  { value: '.', label: '9.99 and commas' },
] as const

/** As programs on this computer write numbers. */
const ownDecimal = (): ExportAsked['decimal'] =>
  new Intl.NumberFormat(navigator.language).format(1.5).includes(',') ? ',' : '.'

/** Which products, and as what. */
export function ExportForm({ asked }: { asked: ExportQuestion }) {
  const { connectionId, view, choices, lastName } = asked
  const [which, setWhich] = useState(choices[0]?.which)
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [decimal, setDecimal] = useState(ownDecimal)
  // A view is a choice of columns; what the sheet of all products shows is what is looked at just now.
  const [ofSheet, setOfSheet] = useState(view !== null)
  const titles = useSheetTitles(asked.columns)
  const [withCategories, setWithCategories] = useState(false)
  const [withPictures, setWithPictures] = useState(false)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const [isBusy, setBusy] = useState(false)
  const hasColumns = titles.length > 0 && format !== 'ecwid'
  const chosen = choices.find((choice) => choice.which === which)

  async function begin(ask: () => Promise<ErrorInfo | null>): Promise<void> {
    setBusy(true)
    setProblem(await ask())
    setBusy(false)
  }

  return (
    <Stack gap="lg">
      <Radio.Group label="Which" value={which ?? ''} onChange={(value) => setWhich(whichOf(choices, value))}>
        <Stack gap={6} mt={6}>
          {choices.map((choice) => (
            <Radio key={choice.which} value={choice.which} label={choiceText(choice, view?.name ?? null)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group label="As" value={format} onChange={(value) => setFormat(formatOf(value))}>
        <Stack gap={8} mt={6}>
          {exportFormats.map((each) => (
            <Fragment key={each}>
              <Radio value={each} label={formats[each].label} description={formats[each].hint} />
              {each === 'csv' && format === 'csv' && (
                <SegmentedControl
                  aria-label="Decimals and separator"
                  value={decimal}
                  onChange={(next) => setDecimal(next === ',' ? ',' : '.')}
                  data={[...decimals]}
                  w="fit-content"
                  ml={32}
                />
              )}
            </Fragment>
          ))}
        </Stack>
      </Radio.Group>
      {hasColumns && <ExportColumns {...{ titles, ofSheet }} view={view?.name ?? null} onChoose={setOfSheet} />}
      {format === 'ecwid' && (
        <Checkbox
          label="With the categories, in rows of their own"
          description={categoriesHint}
          checked={withCategories}
          onChange={({ currentTarget: { checked } }) => setWithCategories(checked)}
        />
      )}
      <Checkbox
        label="With the pictures and files for buyers, in a folder beside the file"
        description={besideHint}
        checked={withPictures}
        onChange={({ currentTarget: { checked } }) => setWithPictures(checked)}
      />
      {problem && (
        <Status tone="danger" role="alert">
          {problem.message}
        </Status>
      )}
      <Group justify="space-between" gap="xs" wrap="nowrap">
        {lastName === null ? (
          <span />
        ) : (
          <Button
            variant="subtle"
            title={`Writes ${lastName} again, as the ${view ? 'view and its products' : 'products'} are now`}
            disabled={isBusy}
            onClick={() => void begin(() => exportAgain(asked))}
          >
            Export {lastName} again
          </Button>
        )}
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={closeExport}>
            Cancel
          </Button>
          <Button
            loading={isBusy}
            disabled={!chosen || chosen.count === 0}
            onClick={() =>
              chosen &&
              void begin(() =>
                startExport(connectionId, {
                  ...{ selection: chosen.selection, format, decimal, withPictures },
                  ...(format === 'ecwid' && withCategories && { withCategories }),
                  ...(hasColumns && ofSheet && asked.columns && { columns: asked.columns }),
                  ...(view && chosen.which === 'found' && { view }),
                }),
              )
            }
          >
            Export {chosen?.count ? productsText(chosen.count) : ''}…
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

const formatOf = (value: string): ExportFormat => exportFormats.find((each) => each === value) ?? 'xlsx'
const whichOf = (choices: ExportQuestion['choices'], value: string) =>
  choices.find(({ which }) => which === value)?.which
