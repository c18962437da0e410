import { newProductFields } from '../../../../electron/shared/fields/product-fields'
import { useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import { nameOf, OwnerNote } from './OwnerNote'

/** Under the UPC or EAN of a product: which other one has it, itself or in a variation. */
export function BarcodeNote({ attributeId }: { attributeId: string }) {
  const { productTypes } = useFormState()
  const isBarcode = productTypes.some(({ attributes }) =>
    attributes.some(({ id, type }) => String(id) === attributeId && type === 'UPC'),
  )
  const typed = useProductStore(({ open }) => {
    const { base, patch } = open?.edits ?? { base: newProductFields, patch: {} }
    const text = patch.attributes?.[attributeId]
    return text === undefined || text === base.attributes[attributeId] ? null : text
  })
  return <BarcodeOwner code={isBarcode ? typed : null} />
}

/** Null: nobody asks. */
export const BarcodeOwner = ({ code }: { code: string | null }) => (
  <OwnerNote of="barcode" text={code} sentence={(owner) => `${nameOf(owner)} has this code.`} />
)
