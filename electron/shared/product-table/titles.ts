/** What stands above the columns of a table that are no fields of their own. They are read by the same words. */
export const titles = {
  row: 'Product or variation',
  id: 'Ecwid ID',
  variationId: 'Variation ID',
  page: 'Page in the shop',
  option: (name: string): string => `Option: ${name}`,
  attribute: (name: string): string => `Attribute: ${name}`,
  picture: (place: number): string => `Picture ${place}`,
} as const
