import type { ClassAttribute, StoredClass } from '../stored-catalogue'

export const upcId = 300000001
export const brandId = 300000002
export const classIds = { general: 0, ceramics: 500000001, textiles: 500000002, stationery: 500000003 }
export type ClassKey = keyof typeof classIds

const attribute = (id: number, en: string, de: string, type = 'CUSTOM', show = 'DESCR'): ClassAttribute => ({
  id,
  name: en,
  nameTranslated: { en, de },
  type,
  show,
})

/** Attribute names as the product seeds use them. */
export const attributeIds: Readonly<Record<string, number>> = {
  Glaze: 300000011,
  'Supplier code': 300000012,
  Capacity: 300000013,
  Material: 300000021,
  Care: 300000022,
  Paper: 300000031,
  Pages: 300000032,
}

export function seedClasses(): StoredClass[] {
  return [
    { id: 0, attributes: [attribute(upcId, 'UPC', 'UPC', 'UPC'), attribute(brandId, 'Brand', 'Marke', 'BRAND')] },
    {
      id: classIds.ceramics,
      name: 'Ceramics',
      googleTaxonomy: 'Home & Garden',
      attributes: [
        attribute(300000011, 'Glaze', 'Glasur'),
        attribute(300000012, 'Supplier code', 'Lieferantennr.', 'CUSTOM', 'NOTSHOW'),
        attribute(300000013, 'Capacity', 'Füllmenge', 'CUSTOM', 'PRICE'),
      ],
    },
    {
      id: classIds.textiles,
      name: 'Textiles',
      googleTaxonomy: 'Home & Garden > Linens & Bedding',
      attributes: [
        attribute(300000021, 'Material', 'Material', 'CUSTOM', 'PRICE'),
        attribute(300000022, 'Care', 'Pflege'),
      ],
    },
    {
      id: classIds.stationery,
      name: 'Stationery',
      googleTaxonomy: 'Office Supplies',
      attributes: [attribute(300000031, 'Paper', 'Papier'), attribute(300000032, 'Pages', 'Seiten')],
    },
  ]
}
