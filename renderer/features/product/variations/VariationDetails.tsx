import { Button, Stack, Text } from '@mantine/core'
import { canBeGivenBack } from '../../../../electron/shared/fields/own-fields'
import { fieldOf, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { ControlOf } from '../../../components/controls/ControlOf'
import { isWithin, textsWithin, type TextsSet, type TypedTexts } from '../../../components/controls/control'
import { Modal } from '../../../overlays/Modal'
import { valuesOf } from '../../../stores/product-edits'
import { setVariations, useProductStore } from '../../../stores/product-store'
import { ownNow, withCell, withText, type Variation } from '../../../stores/variation-edits'
import { useFormState } from '../form-state'
import { AttributeTexts } from './AttributeTexts'
import { showDetails, useGridStore } from './grid-store'
import { PictureText } from './PictureText'
import { errorsOfVariation } from './variation-errors'
import classes from './variations.module.css'

/** What does not fit into a box of the table. */
const fields: readonly ProductField[] = [
  'wholesalePrices',
  'subscriptionSettings',
  'lowestPriceSettings',
  'outOfStockVisibilityBehaviour',
]

/** More that a variation may have of its own, beside the table. */
export function VariationDetails({ variations }: { variations: readonly Variation[] }) {
  const detailed = useGridStore((grid) => grid.detailed)
  const variation = variations.find(({ id }) => id === detailed)
  return (
    <Modal opened={variation !== undefined} onClose={() => showDetails(null)} title={variation?.label} size={560}>
      {variation && (
        <Stack gap="lg">
          <PictureText variation={variation} />
          {fields.map((field) => (
            <OwnField key={field} field={field} variation={variation} />
          ))}
          <AttributeTexts variation={variation} />
        </Stack>
      )}
    </Modal>
  )
}

/** As its product, or by the control of its kind. */
function OwnField({ field, variation }: { field: ProductField; variation: Variation }) {
  const words = useFormState()
  const { kind, label, hint } = fieldOf(field)
  const edits = useProductStore(({ open }) => open?.edits.variations[variation.id])
  const ofProduct = useProductStore(({ open }) => (open ? valuesOf(open.edits)[field] : undefined))
  const texts = useOwnTexts(variation, field)
  const value = ownNow(edits, variation.own, field)
  const isOnlyTyped = variation.own[field] === undefined
  const set = (next: unknown, typed: TextsSet = {}) =>
    setVariations(`${variation.id}.${field}`, (all) => {
      const withTexts = Object.entries(typed).reduce((now, [path, text]) => withText(now, variation, path, text), all)
      return withCell(withTexts, { variation, path: field }, { values: { [field]: next } })
    })
  const shown = kind.shown(ofProduct, words)
  return (
    <section className={classes.own} data-field={`variations.${variation.id}.${field}`}>
      <div className={classes.ownHead}>
        <h4 className={classes.ownTitle}>{label}</h4>
        {!words.readOnly && value === null && (
          <Button size="compact-xs" variant="default" onClick={() => set(ofProduct)}>
            Set its own
          </Button>
        )}
        {!words.readOnly && value !== null && (isOnlyTyped || canBeGivenBack(field)) && (
          <Button size="compact-xs" variant="default" onClick={() => set(null, nothingOf(texts.within(field)))}>
            As product
          </Button>
        )}
      </div>
      {value === null ? (
        <Text size="sm" c="dimmed">
          As product{shown && `: ${shown}`}
        </Text>
      ) : (
        <ControlOf
          {...{ kind, label, hint, value, words, texts }}
          path={field}
          saved={variation.own[field] ?? ofProduct}
          readOnly={words.readOnly}
          error={texts.problemAt(field)}
          onChange={set}
          isLabelHidden
        />
      )}
    </section>
  )
}

const nothingOf = (texts: Readonly<Record<string, string>>): TextsSet =>
  Object.fromEntries(Object.keys(texts).map((path) => [path, null]))

function useOwnTexts(variation: Variation, field: string): TypedTexts {
  const { profile } = useFormState()
  const unparsed = useProductStore(({ open }) => open?.edits.variations[variation.id]?.unparsed) ?? none
  const errors = useProductStore(({ open }) => (open ? errorsOfVariation(open.edits, variation, profile) : none))
  return {
    at: (path) => unparsed[path],
    set: (path, text) => setVariations(`${variation.id}.${field}`, (all) => withText(all, variation, path, text)),
    problemAt: (path) => errors[path],
    isWrong: (path) => Object.keys(errors).some((at) => isWithin(at, path)),
    within: (path) => textsWithin(unparsed, path),
  }
}
const none: Readonly<Record<string, string>> = {}
