import { Combobox, Modal, Text, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { PictureAssignment, PictureJob } from '../../../electron/shared/picture-job'
import { jobFileSource } from '../../../electron/shared/picture-src'
import { assignFiles } from './job-actions'
import { pick, useReviewStore, type Picking } from './review-store'
import classes from './review.module.css'
import { Thumb } from './Thumb'
import { useProductSuggestions } from './use-product-suggestions'

/** Asks for the product of some files, by name or SKU. */
export function PickProduct({ job }: { job: PictureJob }) {
  const picking = useReviewStore((review) => review.picking)
  return (
    <Modal
      opened={picking !== null}
      onClose={() => pick(null)}
      title={picking ? `Assign ${picking.name}` : ''}
      size={520}
      yOffset="12vh"
      centered={false}
    >
      {picking?.fileIds.length === 1 && (
        <div className={classes.picked}>
          <Thumb connectionId={job.connectionId} source={jobFileSource(job.id, picking.fileIds[0] ?? 0)} size="large" />
        </div>
      )}
      {picking && <Search key={picking.fileIds.join()} job={job} picking={picking} />}
    </Modal>
  )
}

function Search({ job, picking }: { job: PictureJob; picking: Picking }) {
  const [text, setText] = useState(picking.hint)
  const products = useProductSuggestions(job.connectionId, text, 12)
  // The list is always there, and the arrow keys and Enter reach it only while it counts as open.
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (products && products.length > 0) selectFirstOption()
    else resetSelectedOption()
  }, [products, selectFirstOption, resetSelectedOption])
  const sku = text.trim()

  async function take(value: string): Promise<void> {
    const to: PictureAssignment = value.startsWith('product:')
      ? { kind: 'product', productId: Number(value.slice(8)), variationId: null }
      : { kind: 'sku', sku }
    if (await assignFiles(job, picking.fileIds, to)) pick(null)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(value) => void take(value)}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          {...{ role: 'combobox' }}
          label="Product name or SKU"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          maxLength={200}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.suggestions} aria-label="Products">
        {products?.map((product) => (
          <Combobox.Option key={product.id} value={`product:${product.id}`} className={classes.suggestion}>
            <Thumb connectionId={job.connectionId} source={product.thumbnail ?? ''} size="small" />
            <span className={classes.fileAbout}>
              <span className={classes.fileTitle}>{product.name}</span>
              <span className={classes.fileDetail}>
                {[product.sku, product.match?.field === 'variation' ? product.match.text : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </Combobox.Option>
        ))}
        {sku !== '' && (
          <Combobox.Option value="sku" className={classes.suggestion}>
            <span className={classes.fileDetail}>
              Use <strong>{sku}</strong> as the exact SKU of a product or variation
            </span>
          </Combobox.Option>
        )}
      </Combobox.Options>
      {products?.length === 0 && (
        <Text component="output" c="dimmed" fz="xs" mt="xs">
          No product is found by these words.
        </Text>
      )}
    </Combobox>
  )
}
