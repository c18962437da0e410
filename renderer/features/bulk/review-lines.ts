import type { EditedField, FieldCount } from '../../../electron/shared/proposal'

/** A line of the review: an edit by its place among all, or what the edits below it are of. */
export type ReviewLine = { edit: number } | FieldCount

/** How many lines there are, and what is in each: a heading before the edits of each field. */
export function linesOf(total: number, fields: readonly FieldCount[]) {
  let line = 0
  let edit = 0
  const starts = fields.map(({ field, count }) => {
    const start = { line, edit, field, count }
    line += count + 1
    edit += count
    return start
  })
  return {
    count: total + fields.length,
    at(index: number): ReviewLine {
      const start = starts.findLast((each) => each.line <= index)
      if (!start) return { edit: index }
      if (start.line === index) return { field: start.field, count: start.count }
      return { edit: start.edit + index - start.line - 1 }
    },
  }
}

export const isHeading = (line: ReviewLine): line is { field: EditedField; count: number } => 'count' in line
