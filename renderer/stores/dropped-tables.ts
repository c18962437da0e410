/** By its name, or, while it is only dragged, by what the system takes it for. */
const tableNames = /\.(?:csv|tsv|tab|xlsx|xlsm|xlsb|xls|ods|numbers)$/i
const tableTypes: ReadonlySet<string> = new Set([
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
])

type Carrier = { files?: ArrayLike<File>; items?: ArrayLike<Pick<DataTransferItem, 'kind' | 'type'>> }

/** Whether it is one file, a table of products and no picture. */
export function carriesTable({ files, items }: Carrier): boolean {
  const [file, ...others] = Array.from(files ?? [])
  if (file) return others.length === 0 && tableNames.test(file.name)
  const given = Array.from(items ?? []).filter(({ kind }) => kind === 'file')
  return given.length === 1 && given.every(({ type }) => tableTypes.has(type))
}
