import { Combobox, Text, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { FileSelection, PictureAssignment, PictureJob } from '../../../electron/shared/picture-job'
import { jobFileSource } from '../../../electron/shared/picture-src'
import { Modal } from '../../overlays/Modal'
import { assignFiles } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'
import { PickVariation } from './PickVariation'
import { pick, useReviewStore, type Picking } from './review-store'
import classes from './pick.module.css'
import lines from './name-lines.module.css'
import { Thumb } from './Thumb'
import { useProductSuggestions } from './use-product-suggestions'

/** Asks for the product of some files, by name or SKU, and for its variation where it has some. */
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
      {picking && <Picked job={job} files={picking.files} />}
      {picking && <Pick key={JSON.stringify(picking.files)} job={job} picking={picking} />}
    </Modal>
  )
}

/** A single file is shown. */
function Picked({ job, files }: { job: PictureJob; files: FileSelection }) {
  const [one, ...others] = 'ids' in files ? files.ids : []
  if (one === undefined || others.length > 0) return null
  return (
    <div className={classes.picked}>
      <Thumb connectionId={job.connectionId} source={jobFileSource(job.id, one)} size="large" />
    </div>
  )
}

type Chosen = { id: number; name: string; hint: string }

function Pick({ job, picking }: { job: PictureJob; picking: Picking }) {
  const { product } = picking
  const [chosen, setChosen] = useState<Chosen | null>(product ? { ...product, hint: '' } : null)
  const [text, setText] = useState(picking.hint)
  const take = async (to: PictureAssignment) => {
    if (await assignFiles(job, picking.files, to)) pick(null)
  }
  if (!chosen) return <Search job={job} text={text} onText={setText} onTake={take} onVariations={setChosen} />
  return (
    <PickVariation
      connectionId={job.connectionId}
      product={chosen}
      hint={chosen.hint}
      onPick={(variationId) => void take({ kind: 'product', productId: chosen.id, variationId })}
      onBack={product ? null : () => setChosen(null)}
    />
  )
}

type SearchProps = {
  job: PictureJob
  text: string
  onText: (text: string) => void
  onTake: (to: PictureAssignment) => Promise<void>
  onVariations: (product: Chosen) => void
}

function Search({ job, text, onText, onTake, onVariations }: SearchProps) {
  const products = useProductSuggestions(job.connectionId, text, 12)
  // The list is always there, and the arrow keys and Enter reach it only while it counts as open.
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (products && products.length > 0) selectFirstOption()
    else resetSelectedOption()
  }, [products, selectFirstOption, resetSelectedOption])
  const sku = text.trim()

  function take(value: string): void {
    if (value === 'sku') return void onTake({ kind: 'sku', sku })
    const product = products?.find(({ id }) => `product:${id}` === value)
    if (!product) return
    const { id, name, variationCount, match } = product
    if (variationCount === 0) return void onTake({ kind: 'product', productId: id, variationId: null })
    onVariations({ id, name, hint: match?.field === 'variation' ? match.text : '' })
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          {...{ role: 'combobox', 'data-list-stays': true }}
          label="Product name or SKU"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          maxLength={200}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.suggestions} aria-label="Products">
        {products?.map((product) => (
          <Combobox.Option key={product.id} value={`product:${product.id}`} className={classes.suggestion}>
            <Thumb connectionId={job.connectionId} source={product.thumbnail ?? ''} size="small" />
            <span className={lines.fileAbout}>
              <span className={lines.fileTitle}>{product.name}</span>
              <span className={`${lines.fileDetail} ${classes.detail}`}>
                {[
                  product.sku,
                  product.match?.field === 'variation' ? product.match.text : '',
                  product.variationCount > 0 ? countOf(product.variationCount, 'variation') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </Combobox.Option>
        ))}
        {sku !== '' && (
          <Combobox.Option value="sku" className={classes.suggestion}>
            <span className={`${lines.fileDetail} ${classes.detail}`}>
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
