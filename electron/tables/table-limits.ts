/** As many as a sheet of Excel has. */
export const mostColumns = 16_384
/** Twice as many as a sheet of Excel has. */
export const mostRows = 2_000_000
/** Thirty times what a cell of Excel takes: a description with pictures inside. */
export const longestCell = 1_000_000
/** Without an end of line: a quote that is not closed, or no table at all. */
export const longestRow = 4_000_000
export const mostTextBytes = 1024 ** 3
/** A million rows of twenty columns come to half of it. */
export const mostSheetBytes = 2 * 1024 ** 3
/** The texts of a workbook are in memory together. */
export const mostSharedTextBytes = 256 * 1024 ** 2
