import type { Catalogue } from '../catalogue/catalogue'
import { askedAndNotMade, namedIn } from '../changes/asked-and-not-made'
import { describeChange } from '../changes/describe'
import { shelvesWithDraft } from '../changes/shelf-drafts'
import { seeShelf } from '../changes/shelves'
import type { RemovalPreview } from '../shared/connection'

const namedAtMost = 50
const countedAtMost = 100_000

/** What was typed into forms and never saved is lost as well. */
function draftsOf(catalogue: Catalogue): RemovalPreview['unsent'] {
  const summary = 'typed, not saved'
  const ofProducts = catalogue.drafts.productIds().flatMap((id) => {
    if (id === null) return [{ product: 'A new product', summary }]
    const row = catalogue.products.row(id)
    return row ? [{ product: row.name, summary }] : []
  })
  const ofShelves = shelvesWithDraft(catalogue).flatMap((id) => {
    const shelf = seeShelf(catalogue, id)
    return shelf ? [{ product: String(shelf.current['name'] ?? ''), summary }] : []
  })
  return [...ofProducts, ...ofShelves]
}

/** What a connection's removal takes with it; `bytes` is what its folder holds. */
export function removalPreview(catalogue: Catalogue, bytes: number): RemovalPreview {
  const open = catalogue.changes.allOpen(countedAtMost)
  const typed = draftsOf(catalogue)
  const changes = open.slice(0, namedAtMost).map((change) => ({
    product: change.productName,
    summary: describeChange(change),
  }))
  const asked = askedAndNotMade(catalogue)
  const toBeMade = asked.slice(0, namedAtMost).map((operation) => ({
    product: namedIn(catalogue, operation),
    summary: 'saved, not made yet',
  }))
  const timed = catalogue.proposals.timed().filter(({ state }) => state === 'timed')
  const toBegin = timed.map(({ id }) => ({
    product: `${catalogue.proposals.productIds(id).length} products`,
    summary: 'changes that wait for their time',
  }))
  return {
    products: catalogue.products.count(),
    bytes,
    unsent: [...typed, ...changes, ...toBegin, ...toBeMade].slice(0, namedAtMost),
    unsentTotal: typed.length + open.length + timed.length + asked.length,
  }
}
