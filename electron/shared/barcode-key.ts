/** How UPC, EAN and GTIN are compared: a UPC is an EAN with a leading zero, and some write neither. '' without a digit. */
export const barcodeKey = (code: string): string => code.replace(/\D/g, '').replace(/^0+/, '')
