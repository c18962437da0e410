/** By which SKUs are told from each other: spaces around them and letter case are typed as they come. */
export const skuKey = (sku: string): string => sku.trim().toLowerCase()
