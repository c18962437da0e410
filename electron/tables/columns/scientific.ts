/** 1.23457E+12: most digits are gone. */
export const isScientific = (text: string): boolean => /^[-+]?\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text)
