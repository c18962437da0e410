import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'

// Only the styles of what is used are read (renderer/styles/mantine.ts). What uses another component has to name its style as well.

const packages = resolve('node_modules/@mantine')
const named = /import\s+\{([^}]*)\}\s+from\s+["']@mantine\/(core|dates|notifications|tiptap)["']/g
const relative = /(?:from|import)\s+"(\.[^"]+)"/g

const read = (file: string) => readFileSync(file, 'utf8')
const namesIn = (list: string) =>
  list.split(',').flatMap((each) => {
    const [name = ''] = each.trim().split(/\s+as\s+/)
    return name === '' || name.startsWith('type ') ? [] : [name]
  })

/** Where a package's index takes its names from. */
function filesOf(name: string): Map<string, string> {
  const index = resolve(packages, name, 'esm/index.mjs')
  const imports = read(index).matchAll(/import\s+\{([^}]*)\}\s+from\s+"(\.[^"]+)"/g)
  return new Map(
    Array.from(imports).flatMap(([, list = '', from = '']) =>
      namesIn(list).map((each): [string, string] => [each, resolve(dirname(index), from)]),
    ),
  )
}
const indexes = new Map(['core', 'dates', 'notifications', 'tiptap'].map((name) => [name, filesOf(name)]))

const imported = (text: string): string[] =>
  Array.from(text.matchAll(named)).flatMap(([, list = '', name = '']) =>
    namesIn(list).flatMap((each) => indexes.get(name)?.get(each) ?? []),
  )

/** Components of Mantine's core that have styles, as far as the window reaches them. */
function styledComponents(): string[] {
  const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const waiting = sources.flatMap((file) => imported(read(join('renderer', file))))
  const seen = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    const text = read(file)
    const from = dirname(file)
    waiting.push(...imported(text), ...Array.from(text.matchAll(relative), ([, to = '']) => resolve(from, to)))
  }
  return [...seen].flatMap((file) => /\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(file)?.[1] ?? []).sort()
}

it('reads the styles of every component of Mantine that is used, and of no other', () => {
  const listed = Array.from(
    read('renderer/styles/mantine.ts').matchAll(/@mantine\/core\/styles\/(\w+)\.layer\.css/g),
    ([, name]) => name,
  )
  const general = ['baseline', 'default-css-variables', 'global']
  expect(listed.filter((name) => !general.includes(name ?? '')).sort()).toEqual(styledComponents())
})
