import { columnKey } from './column-key'

/** What suppliers call the column that says to which product a row of a variation belongs, by its SKU. */
const names: readonly string[] = [
  ...[
    'parent',
    'parent sku',
    'sku parent',
    'parent product',
    'parent product sku',
    'parent item',
    'parent item number',
  ],
  ...['parent item sku', 'parent code', 'parent number', 'parent article', 'parent article number', 'parent style'],
  ...['master sku', 'master product', 'main sku', 'main product', 'main product sku', 'variant of', 'variation of'],
  ...['vater', 'vater sku', 'vaterartikel', 'vaterartikelnummer', 'vaterartikelnr', 'vaterartikel sku', 'eltern sku'],
  ...['elternartikel', 'elternartikelnummer', 'elternprodukt', 'hauptartikel', 'hauptartikelnummer', 'hauptartikelnr'],
  ...['hauptartikel sku', 'haupt sku', 'hauptprodukt', 'artikelnummer hauptprodukt', 'artikelnummer hauptartikel'],
  ...['artikelnummer vaterartikel', 'artikelnr hauptprodukt', 'artikelnr hauptartikel', 'sku hauptprodukt'],
  ...['sku hauptartikel', 'stammartikel', 'stammartikelnummer', 'masterartikel', 'variante von', 'variation von'],
  ...['ugs parent', 'ugs parente', 'référence parent', 'référence parente', 'réf parent', 'réf parente', 'sku parente'],
  ...['produit parent', 'article parent', 'produit principal', 'article principal', 'référence principale'],
  ...['variante de', 'déclinaison de', 'sku padre', 'producto padre', 'artículo padre', 'referencia padre', 'padre'],
  ...['código padre', 'sku principal', 'producto principal', 'artículo principal', 'referencia principal'],
  ...['prodotto padre', 'articolo padre', 'codice padre', 'codice articolo padre', 'sku principale'],
  ...['prodotto principale', 'articolo principale', 'codice principale', 'variante di', 'hoofdartikel'],
  ...['hoofdartikelnummer', 'hoofdproduct', 'hoofd sku', 'artikelnummer hoofdproduct', 'artikelnummer hoofdartikel'],
  ...['sku hoofdproduct', 'sku hoofdartikel', 'bovenliggend product', 'bovenliggend artikel', 'bovenliggende sku'],
  ...['variant van', 'родитель', 'родительский sku', 'sku родителя', 'артикул родителя', 'родительский артикул'],
  ...['родительский товар', 'основной товар', 'основной артикул', 'артикул основного товара', 'главный товар'],
]

/** The same by its number: Ecwid’s, or the one that the table itself gives its products. */
const namesOfIds: readonly string[] = [
  ...[
    'parent id',
    'id parent',
    'parent product id',
    'parent item id',
    'parent ecwid id',
    'ecwid parent id',
    'post parent',
  ],
  ...[
    'master id',
    'master product id',
    'main product id',
    'vater id',
    'vaterartikel id',
    'id vaterartikel',
    'eltern id',
  ],
  ...['hauptartikel id', 'id hauptartikel', 'hauptprodukt id', 'id hauptprodukt', 'id parente', 'id du parent'],
  ...['id produit parent', 'id du produit parent', 'id produit principal', 'id padre', 'id del padre'],
  ...['id producto padre', 'id del producto padre', 'id producto principal', 'id prodotto padre', 'id articolo padre'],
  ...['id prodotto principale', 'hoofdproduct id', 'id hoofdproduct', 'hoofdartikel id', 'id hoofdartikel'],
  ...['id родителя', 'родительский id', 'id родительского товара', 'id основного товара'],
]

const skus = new Set(names.map(columnKey))
const ids = new Set(namesOfIds.map(columnKey))

export const isParentName = (column: string): boolean => skus.has(columnKey(column))
export const isParentIdName = (column: string): boolean => ids.has(columnKey(column))
