import type { Catalogue } from '../../electron/catalogue/catalogue'
import type { RemoteProduct } from '../../electron/shared/remote-product'
import type { openBenchSession } from './bench-session'

type Known = { id: number; name: string; product: RemoteProduct }

/** Seconds that a bare transaction about so many products takes, which is taken back at its end. */
export function takenBack(
  bench: ReturnType<typeof openBenchSession>,
  products: number,
  write: (catalogue: Catalogue, known: readonly Known[]) => void,
): number {
  const catalogue = bench.openCatalogue()
  const known = catalogue
    .search({}, 0, products)
    .rows.flatMap(({ id, name }) => [{ id, name, product: catalogue.products.get(id)?.remote ?? { id: 0 } }])
  const isDone = new Error('written')
  const start = performance.now()
  try {
    catalogue.transaction(() => {
      write(catalogue, known)
      throw isDone
    })
  } catch (error) {
    if (error !== isDone) throw error
  }
  const seconds = (performance.now() - start) / 1000
  catalogue.close()
  return seconds
}
