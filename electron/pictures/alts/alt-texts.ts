import type { Catalogue } from '../../catalogue/catalogue'
import { imagesOf, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import type { AltRow, AltScope, AltSelection, AltTally, AltTyped, AltWish, AltWritten } from '../../shared/alt-text'
import { AppError } from '../../shared/errors'
import { altAdvisedLength } from '../../shared/picture-job'
import type { ProductQuery } from '../../shared/product-query'
import { createPacer } from '../../changes/pacer'
import { createAltSelection, type Selection } from './alt-selection'
import { nextAltsOf, type NextAlts } from './next-alts'
import { createTypedAlts } from './typed-alts'
import { byProduct, createAltWriting, type AltWork } from './write-alts'

type Parts = {
  catalogue: Catalogue
  now: () => number
  /** These products have new changes in the queue. */
  noteChanged: (productIds: number[]) => void
  assertCanWrite: () => void
  logError: (context: string, error: unknown) => void
}
type Page = { offset: number; limit: number }

/** Alt texts of many pictures that are in the store already: chosen by a query, previewed, written as one change set. */
export function createAltTexts(parts: Parts) {
  const { catalogue } = parts
  const typedAlts = createTypedAlts(catalogue)
  const altWriting = createAltWriting(parts)
  const stopping = new AbortController()
  let selection: Selection | null = null
  let selections = 0
  let tallies = 0
  let writing: Promise<unknown> | null = null

  function selected(id: number): Selection {
    if (selection?.facts.id === id) return selection
    throw new AppError('not-found', 'The list of pictures is out of date. Open it again; nothing was changed.')
  }

  async function select(query: ProductQuery): Promise<AltSelection> {
    const id = ++selections
    const next = await createAltSelection(catalogue, id, query, createPacer())
    if (id !== selections) throw new AppError('cancelled', 'A newer list was asked for.')
    selection = next
    return { ...next.facts, typed: typedAlts.within(next.idSet) }
  }

  /** Null: a picture that was described or removed since the list was made. */
  function page({ selectionId, scope, pattern }: AltWish, { offset, limit }: Page): (AltRow | null)[] {
    const parsed = nextAltsOf(pattern, scope)
    const nextAlts: NextAlts = parsed.ok ? parsed.of : ({ alts }) => alts.map(() => null)
    const { first, products } = selected(selectionId).around(scope, offset, limit)
    const rows = products.flatMap(({ id, pictures, missing }) => {
      const all = rowsOf(catalogue, id, scope, nextAlts)
      return Array.from({ length: scope === 'all' ? pictures : missing }, (_, at) => all[at] ?? null)
    })
    return rows.slice(offset - first, offset - first + limit)
  }

  /** What would be written; keeps what was typed since the last question. */
  async function tally(wish: AltWish, news: readonly AltTyped[]): Promise<AltTally> {
    const turn = ++tallies
    const total: AltTally = { problem: null, texts: 0, products: 0, tooLong: 0 }
    const about = selected(wish.selectionId)
    typedAlts.note(news)
    const parsed = nextAltsOf(wish.pattern, wish.scope)
    if (!parsed.ok) return { ...total, problem: parsed.problem }
    const typed = byProduct(typedAlts.within(about.idSet))
    for await (const { id, product } of about.described(createPacer())) {
      if (turn !== tallies || stopping.signal.aborted) throw new AppError('cancelled', 'A newer count was asked for.')
      const mine = typed.get(id)
      const keys = mine ? imagesOf(currentProduct(catalogue, id) ?? { id: 0 }).map(pictureKey) : []
      const next = parsed.of(product, (index) => mine?.get(keys[index] ?? '')).filter((alt) => alt !== null)
      total.texts += next.length
      total.products += next.length > 0 ? 1 : 0
      total.tooLong += next.filter((alt) => alt.length > altAdvisedLength).length
    }
    return total
  }

  async function write(wish: AltWish, news: readonly AltTyped[]): Promise<AltWritten> {
    parts.assertCanWrite()
    const parsed = nextAltsOf(wish.pattern, wish.scope)
    if (!parsed.ok) throw new AppError('invalid-input', parsed.problem)
    if (writing) throw new AppError('conflict', 'Alt texts are being written already. Wait for their end.')
    const about = selected(wish.selectionId)
    const { pattern, scope } = wish
    typedAlts.note(news)
    const work: AltWork = { productIds: about.ids(), pattern, scope, edits: typedAlts.within(about.idSet) }
    altWriting.keep(work)
    return begin(work, parsed.of)
  }

  async function begin(work: AltWork, nextAlts: NextAlts): Promise<AltWritten> {
    const written = altWriting.write(work, nextAlts, stopping.signal)
    writing = written
    try {
      const result = await written
      if (!stopping.signal.aborted) typedAlts.forget(new Set(work.productIds))
      return result
    } finally {
      writing = null
    }
  }

  /** Goes on with what was being written when the app ended. */
  async function resume(): Promise<void> {
    const work = altWriting.left()
    if (!work) return
    const parsed = nextAltsOf(work.pattern, work.scope)
    if (!parsed.ok) return
    await begin(work, parsed.of).catch((error: unknown) => parts.logError('alt texts', error))
  }

  return {
    select,
    page,
    tally,
    write,
    resume,
    /** Lets go of what was typed. */
    forget(selectionId: number): null {
      typedAlts.forget(selected(selectionId).idSet)
      return null
    },
    /** Ends what is being read or written; what was written stays, and the next start goes on. */
    async stop(): Promise<void> {
      stopping.abort()
      selections += 1
      await Promise.allSettled([writing])
    },
  }
}
export type AltTexts = ReturnType<typeof createAltTexts>

function rowsOf(catalogue: Catalogue, productId: number, scope: AltScope, nextAlts: NextAlts): AltRow[] {
  const current = currentProduct(catalogue, productId)
  if (!current) return []
  const images = imagesOf(current)
  const { name: productName = '', sku = '' } = current
  const next = nextAlts({ name: productName, sku, alts: images.map(({ alt }) => alt?.main ?? '') })
  const rows = images.map((image, at): AltRow => {
    const src = image.image160pxUrl ?? image.image400pxUrl ?? image.imageOriginalUrl ?? ''
    const alt = image.alt?.main ?? ''
    return {
      productId,
      productName,
      sku,
      picture: pictureKey(image),
      src,
      position: at + 1,
      alt,
      next: next[at] ?? null,
    }
  })
  return scope === 'all' ? rows : rows.filter(({ alt }) => alt.trim() === '')
}
