import { productLists } from '../../../../electron/shared/fields/product-lists'
import type { ReadOnlyParts } from '../../../../electron/shared/product'
import { useProductStore } from '../../../stores/product-store'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { ListTable } from './ListTable'
import { VariationsTable } from './VariationsTable'

/** What Stockroom shows and does not change yet; every save leaves it as it is. */
export function OptionsTab() {
  const parts = useProductStore(({ open }) => open?.detail?.readOnly)
  if (!parts || isEmpty(parts)) {
    return (
      <div className={classes.message}>
        This product has no options, variations or files. They are made in Ecwid’s control panel.
      </div>
    )
  }
  return (
    <div className={classes.column}>
      <p className={classes.quiet}>
        Shown as the store has them. They are edited in Ecwid’s control panel; saving here keeps them. Pictures of
        variations are changed here: press one, or drop one on it.
      </p>
      {parts.options.length > 0 && (
        <Section title={productLists.options.title}>
          <ListTable list="options" entries={parts.options} />
        </Section>
      )}
      {parts.variations.length > 0 && <VariationsTable variations={parts.variations} />}
      {parts.files.length > 0 && (
        <Section title={productLists.files.title}>
          <ListTable list="files" entries={parts.files} maw={480} />
        </Section>
      )}
      <Related count={parts.relatedProductCount} videos={parts.videoCount} />
    </div>
  )
}

function isEmpty({ options, variations, files, relatedProductCount, videoCount }: ReadOnlyParts) {
  const lists = [options, variations, files]
  return lists.every((list) => list.length === 0) && relatedProductCount === 0 && videoCount === 0
}

function Related({ count, videos }: { count: number; videos: number }) {
  const parts = [
    count > 0 && `${count} related ${count === 1 ? 'product' : 'products'}`,
    videos > 0 && `${videos} ${videos === 1 ? 'video' : 'videos'}`,
  ].filter(Boolean)
  return parts.length > 0 ? <p className={classes.quiet}>Also in the store: {parts.join(' and ')}.</p> : null
}
