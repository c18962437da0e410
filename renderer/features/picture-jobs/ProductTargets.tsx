import { TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileSelection, PictureJob } from '../../../electron/shared/picture-job'
import { chosenCount } from './chosen-files'
import { assignFiles } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'
import classes from './targets.module.css'
import lines from './name-lines.module.css'
import { selectedFiles, useReviewStore } from './review-store'
import { Thumb } from './Thumb'
import { useFileDrop } from './use-file-drop'
import { useProductSuggestions } from './use-product-suggestions'

/** Products beside the files: drop files on one, or select files and press it. Wide windows only. */
export function ProductTargets({ job, total }: { job: PictureJob; total: number }) {
  const [text, setText] = useState('')
  const products = useProductSuggestions(job.connectionId, text, 30)
  const count = useReviewStore(({ selected }) => chosenCount(selected, total))
  const assign = (productId: number, files: FileSelection) =>
    void assignFiles(job, files, { kind: 'product', productId, variationId: null })
  const drop = useFileDrop(assign)
  const hint = count > 0 ? `Press a product to assign ${countOf(count, 'file')}.` : 'Drop files onto a product.'
  return (
    <section className={classes.targets} aria-label="Products to assign to">
      <TextInput
        size="xs"
        leftSection={<IconSearch size={14} aria-hidden />}
        placeholder="Product name or SKU"
        aria-label="Find a product to assign to"
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p className={classes.targetHint}>{hint}</p>
      <ul className={classes.targetList} {...drop.handlers}>
        {products?.map(({ id, name, sku, thumbnail, pictureCount }) => (
          <li key={id}>
            <UnstyledButton
              className={classes.target}
              data-product={id}
              data-drop={drop.productId === id || undefined}
              aria-disabled={count === 0}
              onClick={() => count > 0 && assign(id, selectedFiles())}
            >
              <Thumb connectionId={job.connectionId} source={thumbnail ?? ''} size="small" />
              <span className={lines.fileAbout}>
                <span className={lines.fileTitle}>{name}</span>
                <span className={lines.fileDetail}>
                  {[sku, countOf(pictureCount, 'picture')].filter(Boolean).join(' · ')}
                </span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
