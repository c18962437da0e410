import { beforeAll, expect, it } from 'vitest'

let faultsOfStyles: (name: string, text: string) => string[]
beforeAll(async () => {
  const script = '../../../scripts/lint/styles.mjs'
  faultsOfStyles = ((await import(script)) as { faultsOfStyles: typeof faultsOfStyles }).faultsOfStyles
})

it('finds text below 12 px, however it is written', () => {
  const small = [
    'font-size: 11px;',
    'font-size: 11.5px;',
    'font-size: 0.7rem;',
    'font-size: 0.9em;',
    'font-size: 90%;',
    'style={{ fontSize: 11 }}',
    "styles: { label: { fontSize: '11px' } }",
    '<Text fz={10}>',
    '<Text fz="10px">',
    "headerFontStyle: '500 11px',",
    "markerFontStyle: '9px',",
    "editorFontSize: '11px',",
    "fontSizes: { xs: '11px', sm: '13px' },",
  ]
  for (const line of small) expect(faultsOfStyles('a.css', `a\n${line}`)).toHaveLength(1)
  expect(faultsOfStyles('a.css', 'a\nfont-size: 11px;')).toEqual(['a.css:2: text smaller than 12 px (font-size: 11px)'])
})

it('leaves what is large enough, or takes the size around it', () => {
  const fine = 'font-size: 12px; font-size: inherit; font-size: 1em; font-size: 0.75rem; fontSize: 12 fz="xs" fz={28}'
  expect(faultsOfStyles('a.ts', "baseFontStyle: 'italic 13px', fontSizes: { xs: '12px', sm: '13px' },")).toEqual([])
  expect(faultsOfStyles('a.css', fine)).toEqual([])
})

it('holds style sheets to the lines of other files, and leaves those of programs to the linter', () => {
  const long = 'a {}\n'.repeat(401)
  expect(faultsOfStyles('a.css', long)).toEqual(['a.css: more than 400 lines'])
  expect(faultsOfStyles('a.css', 'a {}\n'.repeat(400))).toEqual([])
  expect(faultsOfStyles('a.tsx', long)).toEqual([])
})
