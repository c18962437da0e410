import { Button, Group, Stack, Text } from '@mantine/core'
import { emptiedAt } from '../../../electron/shared/product-table/emptied'
import { optionTarget } from '../../../electron/shared/product-table/column-names'
import { categoryPicture, isKeyOfCategory, isOfCategoryRow } from '../../../electron/shared/product-table/category-rows'
import { isAboutRow, isOfCategories, keysOf, type ImportKey } from '../../../electron/shared/product-table/import-keys'
import { picturePlace } from '../../../electron/shared/product-table/picture-columns'
import { rivalsOf } from '../../../electron/shared/product-table/rival-columns'
import { countOf } from '../../../electron/shared/words/counts'
import { SearchSelect } from '../../components/SearchSelect'
import { Status } from '../../components/Status'
import {
  askImport,
  askedColumns,
  closeImport,
  proposeImport,
  setDecimal,
  setEmpties,
  setTarget,
  useImportsStore,
  type Importing,
} from '../../stores/imports-store'
import { MatchedBy } from './MatchedBy'
import { HowItIsRead } from './HowItIsRead'
import { damageText } from './import-words'
import { AsLastTime } from './AsLastTime'
import { EmptyCells } from './EmptyCells'
import { HeldAlready } from './HeldAlready'
import { LeftOutColumns } from './LeftOutColumns'
import { OtherCategories } from './OtherCategories'
import { OtherPictures } from './OtherPictures'
import { PictureFilesProgress } from './PictureFilesProgress'
import { RivalColumns } from './RivalColumns'
import { SignOfNumbers } from './SignOfNumbers'
import classes from './imports.module.css'

/** What each column holds, as far as its name tells, to be changed by hand. */
export function TableColumns({ importing }: { importing: Importing }) {
  const { look, asked } = importing
  const isBusy = useImportsStore((state) => state.isBusy)
  const problem = useImportsStore((state) => state.problem)
  const toAsk = askedColumns(importing)
  const data = look.known.map(({ path, title }) => ({ value: path, label: title }))
  const keys = keysOf(asked.targets, look.known)
  const rivals = rivalsOf(asked.targets)
  const isValue = (target: string) =>
    (isOfCategoryRow(target) && !isKeyOfCategory(target)) ||
    (!isAboutRow(target) && !isKey(target, asked.key ?? keys[0]))
  const holds = asked.targets.some((target) => target !== null && isValue(target))
  const whatIsMissing = (): string | null => {
    if (look.rows === 0) return 'This sheet has no rows below its header. Choose another one.'
    if (keys.length === 0 && !isOfCategories(asked.targets, look.known))
      return 'Choose which column holds the Ecwid ID, the SKU, the UPC or the name.'
    if (!holds) return 'Choose a column to import.'
    return rivals.some((others) => others.length > 0) ? 'Say which of the marked columns counts.' : null
  }
  const missing = whatIsMissing()
  return (
    <Stack gap="md">
      <Group gap="md">
        <HowItIsRead look={look} />
        <MatchedBy keys={keys} value={asked.key} isBusy={isBusy} />
      </Group>
      {look.asLast && <AsLastTime at={look.asLast.at} />}
      <ul className={classes.columns} aria-label="Columns">
        {look.shape.columns.map((name, at) => (
          <li key={name}>
            <div>
              <Text fw={600} lineClamp={1}>
                {name}
              </Text>
              <Text c="dimmed" size="xs" lineClamp={1} className="tabular">
                {look.examples[at]?.join(' · ') || 'empty'}
              </Text>
              {look.notes[at]?.damage.map((each) => (
                <Status key={each.kind} tone="warning" fz="xs">
                  {damageText(each)}
                </Status>
              ))}
            </div>
            <div>
              <SearchSelect
                aria-label={`${name} holds`}
                placeholder="Left out"
                data={withOption(data, name)}
                value={asked.targets[at] ?? null}
                clearable
                disabled={isBusy}
                onChange={(target) => setTarget(at, target)}
              />
              <HeldAlready at={at} columns={look.shape.columns} targets={asked.targets} known={look.known} />
              <RivalColumns
                name={name}
                names={(rivals[at] ?? []).map((other) => look.shape.columns[other] ?? '')}
                at={at}
              />
              {emptiedAt(asked.targets[at] ?? '') && (
                <EmptyCells
                  name={name}
                  count={look.rows - (look.notes[at]?.filled ?? 0)}
                  value={asked.empties?.[at] === true}
                  onValue={(empties) => setEmpties(at, empties)}
                />
              )}
              {(toAsk.includes(at) || asked.decimals[at]) && (
                <SignOfNumbers
                  name={name}
                  example={look.notes[at]?.numbers.examples[0]?.text ?? ''}
                  value={asked.decimals[at] ?? null}
                  onValue={(sign) => setDecimal(at, sign)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      <OtherCategories importing={importing} />
      {asked.targets.some(
        (target) => target === categoryPicture || picturePlace(target ?? '')?.holds === 'picture',
      ) && <OtherPictures value={asked.replacesPictures === true} />}
      <PictureFilesProgress />
      {problem && (
        <Status tone="danger" role="alert">
          {problem.message}
        </Status>
      )}
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-end">
        <div className={classes.footText}>
          <Text c="dimmed">
            {missing ??
              (toAsk.length > 0
                ? 'Say what the marked numbers mean.'
                : 'Nothing is written before you have seen all of it.')}
          </Text>
          <LeftOutColumns importing={importing} />
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" onClick={askImport}>
            Another file
          </Button>
          <Button variant="default" onClick={closeImport}>
            Cancel
          </Button>
          <Button loading={isBusy} disabled={missing !== null || toAsk.length > 0} onClick={() => void proposeImport()}>
            Review {countOf(look.rows, 'row')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

/** By which a row is found, and which says nothing then. */
const isKey = (target: string, key: ImportKey | undefined): boolean =>
  target === key || (target === 'sku' && key === 'id')

/** A column may say an option of variations by its own name: which options there are is known from products alone. */
function withOption(data: readonly { value: string; label: string }[], column: string) {
  const { path, title } = optionTarget(column)
  return data.some(({ value }) => value === path) ? data : [...data, { value: path, label: title }]
}
