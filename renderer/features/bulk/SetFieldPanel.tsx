import { Stack } from '@mantine/core'
import { useState } from 'react'
import { isProductField } from '../../../electron/shared/fields/product-fields'
import { ProductSourceContext } from '../../components/controls/products/product-source'
import { SearchSelect } from '../../components/SearchSelect'
import { sourceForMany } from '../../stores/product-names'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { AttributeValue } from './AttributeValue'
import { FieldValue } from './FieldValue'
import { PicturesGo } from './PicturesGo'
import { attributeIn, pictures, settableIn } from './settable'

/** One field or attribute, and its value for all of them; or their pictures. */
export function SetFieldPanel({ onAction }: PanelProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const words = useStoreWords()
  const attribute = chosen === null ? undefined : attributeIn(chosen)
  return (
    <ProductSourceContext.Provider value={sourceForMany}>
      <Stack gap="sm">
        <SearchSelect
          label="Field"
          placeholder="Type to find one"
          data={settableIn(words)}
          value={chosen}
          data-autofocus
          nothingFoundMessage="No such field"
          onChange={(name) => {
            onAction(null)
            setChosen(name)
          }}
        />
        {attribute !== undefined && <AttributeValue key={chosen} name={attribute} onAction={onAction} />}
        {chosen === pictures && <PicturesGo onAction={onAction} />}
        {isProductField(chosen) && <FieldValue key={chosen} field={chosen} onAction={onAction} />}
      </Stack>
    </ProductSourceContext.Provider>
  )
}
