/** What stands above the columns of a table that are no fields of their own. They are read by the same words. */
export const titles = {
  row: 'Product or variation',
  id: 'Ecwid ID',
  variationId: 'Variation ID',
  variationSku: 'Variation SKU',
  command: 'Command',
  page: 'Page in the shop',
  files: 'Files for buyers',
  option: (name: string): string => `Option: ${name}`,
  attribute: (name: string): string => `Attribute: ${name}`,
  tier: (quantity: number): string => `Wholesale price from ${quantity}`,
  picture: (place: number): string => `Picture ${place}`,
} as const

/** What stands in front of the columns of a table whose rows were imported: what became of each, and why. */
export const resultTitles = ['Stockroom result', 'Stockroom reason'] as const
export const isResultFile = (header: readonly unknown[] | null): boolean =>
  resultTitles.every((title, at) => header?.[at] === title)
