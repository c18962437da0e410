import { readFileSync, writeFileSync } from 'node:fs'

const start = '<!-- the matrix: written by the test -->'
const end = '<!-- end of the matrix -->'
const page = 'docs/reliability.md'

/** Outcomes by write and fault, as a Markdown table: writes down, faults across. */
export function reliabilityTable(outcomes: ReadonlyMap<string, ReadonlyMap<string, boolean>>): string {
  const faults = [...new Set([...outcomes.values()].flatMap((row) => [...row.keys()]))]
  const head = `| fault | ${[...outcomes.keys()].join(' | ')} |\n| --- |${' :-: |'.repeat(outcomes.size)}`
  const rows = faults.map((fault) => {
    const cells = [...outcomes.values()].map((row) => (row.has(fault) ? (row.get(fault) ? 'once' : 'FAILED') : ''))
    return `| ${fault} | ${cells.join(' | ')} |`
  })
  return [head, ...rows].join('\n')
}

/** Puts the table into docs/reliability.md, between its two marks. */
export function writeReliabilityTable(table: string): void {
  const text = readFileSync(page, 'utf8')
  const [before, rest] = text.split(start)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`${page} has lost the marks around its table`)
  writeFileSync(page, `${before}${start}\n\n${table}\n\n${end}${after}`)
}
