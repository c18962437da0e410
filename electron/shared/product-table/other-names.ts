import { foldText } from '../fold-text'
import { columnKey } from './column-key'
import type { Target } from './column-names'
import { gramsPath } from './grams'
import { pictureWords } from './picture-columns'

/**
 * What other programs, and lists of suppliers in seven languages, call the fields that most tables have. What may mean two things, such as a
 * list price or a price with its taxes, is in none of them: the person says what it holds.
 */
const names: Readonly<Record<string, readonly string[]>> = {
  name: [
    ...['title', 'product name', 'product title', 'item name', 'artikelname', 'artikelbezeichnung', 'artikeltitel'],
    ...[
      'bezeichnung',
      'produktname',
      'produktbezeichnung',
      'produkttitel',
      'nom',
      'nom du produit',
      'nom de l’article',
    ],
    ...['désignation', 'libellé', 'nombre', 'nombre del producto', 'denominación', 'nome', 'nome prodotto'],
    ...['nome del prodotto', 'denominazione', 'naam', 'productnaam', 'artikelnaam', 'название', 'название товара'],
    ...['наименование', 'наименование товара'],
  ],
  sku: [
    ...[
      'variant sku',
      'item number',
      'item no',
      'item code',
      'article number',
      'article no',
      'article code',
      'stock code',
    ],
    ...['artikelnummer', 'artikelnr', 'artikel nummer', 'artikel nr', 'art nr', 'artnr', 'référence', 'réf', 'ref'],
    ...['référence article', 'référence produit', 'code article', 'referencia', 'código de artículo'],
    ...['código del artículo', 'codice', 'codice articolo', 'cod articolo', 'codice prodotto', 'artikelcode'],
    ...['артикул', 'артикул товара'],
  ],
  price: [
    ...['variant price', 'regular price', 'selling price', 'preis', 'verkaufspreis', 'vk', 'vk preis', 'prix'],
    ...['prix de vente', 'precio', 'precio de venta', 'prezzo', 'prezzo di vendita', 'prijs', 'verkoopprijs'],
    ...['цена', 'цена продажи', 'розничная цена'],
  ],
  compareToPrice: [
    ...['compare at price', 'variant compare at price', 'rrp', 'msrp', 'uvp', 'uvp preis', 'streichpreis'],
    ...['unverbindliche preisempfehlung', 'prix barré', 'prix conseillé'],
    ...['prix public conseillé', 'precio recomendado', 'prezzo barrato'],
    ...['prezzo consigliato', 'adviesprijs', 'старая цена', 'ррц', 'рекомендованная цена'],
    ...['рекомендованная розничная цена'],
  ],
  costPrice: [
    ...['cost', 'cost per item', 'unit cost', 'purchase price', 'buying price', 'ek', 'ek preis', 'einkaufspreis'],
    ...['einstandspreis', 'prix d’achat', 'prix de revient', 'coût', 'coût d’achat', 'costo', 'coste'],
    ...['precio de compra', 'precio de coste', 'precio de costo', 'prezzo d’acquisto', 'prezzo di acquisto'],
    ...['costo di acquisto', 'inkoopprijs', 'inkoop prijs', 'kostprijs', 'закупочная цена', 'цена закупки'],
    ...['себестоимость'],
  ],
  quantity: [
    ...['stock', 'inventory', 'qty', 'quantity', 'variant inventory qty', 'inventory quantity', 'stock quantity'],
    ...['stock qty', 'stock level', 'quantity in stock', 'qty in stock', 'quantity on hand', 'bestand', 'lagerbestand'],
    ...['lagermenge', 'bestandsmenge', 'menge', 'quantité', 'quantité en stock', 'qté', 'qté en stock', 'cantidad'],
    ...['existencias', 'quantità', 'giacenza', 'giacenze', 'voorraad', 'aantal', 'количество', 'остаток', 'остатки'],
    ...['остаток на складе', 'количество на складе'],
  ],
  categoryIds: [
    ...['category', 'product category', 'category path', 'kategorie', 'kategorien', 'kategoriepfad'],
    ...['produktkategorie', 'warengruppe', 'warengruppen', 'artikelgruppe', 'produktgruppe', 'catégorie', 'catégories'],
    ...['catégorie de produit', 'categoría', 'categorías', 'categoria', 'categorie', 'categoria prodotto'],
    ...['categorieën', 'productcategorie', 'productgroep', 'artikelgroep', 'категория', 'категории'],
    ...['категория товара', 'товарная группа', 'группа товаров'],
  ],
  enabled: [
    ...['published', 'visible', 'active', 'aktiv', 'aktiviert', 'sichtbar', 'veröffentlicht', 'actif', 'activé'],
    ...['publié', 'activo', 'publicado', 'attivo', 'visibile', 'pubblicato', 'actief', 'zichtbaar', 'gepubliceerd'],
    ...['включен', 'активен', 'опубликован'],
  ],
  'picture.1': pictureWords,
  subtitle: ['untertitel', 'sous-titre', 'subtítulo', 'sottotitolo', 'ondertitel', 'подзаголовок'],
  weight: ['gewicht', 'poids', 'peso', 'вес'],
  [gramsPath]: ['variant grams', 'grams', 'weight (g)', 'gewicht (g)', 'poids (g)', 'peso (g)', 'вес (г)', 'вес, г'],
  description: [
    ...['body (html)', 'product description', 'beschreibung', 'artikelbeschreibung', 'produktbeschreibung', 'langtext'],
    ...['description du produit', 'descripción', 'descripción del producto', 'descrizione', 'descrizione prodotto'],
    ...['omschrijving', 'productomschrijving', 'beschrijving', 'описание', 'описание товара'],
  ],
  'attributes.UPC': [
    ...['upc', 'ean', 'gtin', 'barcode', 'variant barcode', 'product_upc', 'ean 13', 'ean13', 'ean code', 'gtin 13'],
    ...['ean nummer', 'ean/gtin', 'gtin/ean', 'upc/ean', 'strichcode', 'code-barres', 'code barre', 'code à barres'],
    ...['código de barras', 'codice a barre', 'streepjescode', 'штрихкод', 'штрих-код'],
  ],
  'attributes.Brand': [
    ...['brand', 'brand name', 'manufacturer', 'vendor', 'marke', 'markenname', 'hersteller', 'herstellername'],
    ...['marque', 'fabricant', 'marca', 'fabricante', 'produttore', 'marchio', 'merk', 'fabrikant', 'бренд'],
    ...['производитель', 'торговая марка', 'product_brand'],
  ],
}

const inKilograms = ['(kg)', 'in kg', 'kg', 'en kg', '[kg]', '(кг)', 'кг', 'в кг']
const ofWeight = ['weight', 'gewicht', 'poids', 'peso', 'вес']
/** A weight whose unit stands above it: only the store’s own is read so, for nothing is converted but grams. */
const weights: Readonly<Record<string, readonly string[]>> = {
  KILOGRAM: ofWeight.flatMap((name) => inKilograms.map((unit) => `${name} ${unit}`)),
  POUND: ['weight (lb)', 'weight (lbs)', 'weight lb', 'weight lbs'],
  OUNCE: ['weight (oz)', 'weight oz'],
}

/** What a column of such a name holds, as far as it is among `targets`. */
export function otherNamesOf(targets: readonly Target[]): (column: string) => string | undefined {
  const known = new Map<string, string>()
  const { unit = '' } = targets.find(({ path }) => path === 'weight') ?? {}
  for (const [path, all] of [...Object.entries(names), ['weight', weights[unit.toUpperCase()] ?? []] as const]) {
    // An attribute is called as its store calls it.
    const own = targets.find((each) => foldText(each.path) === foldText(path))?.path
    if (own === undefined) continue
    for (const name of all) if (!known.has(columnKey(name))) known.set(columnKey(name), own)
  }
  return (column) => known.get(columnKey(column))
}
