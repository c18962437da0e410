// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsOf } from '../../../../../electron/bulk/rules/hits'
import { planReplace } from '../../../../../electron/bulk/rules/plan-replace'
import { patternProblem } from '../../../../../electron/bulk/rules/pattern-spans'
import type { Find, ReplaceRule } from '../../../../../electron/shared/find-rule'
import { textOfHtml } from '../../../../../electron/shared/text-of-html'
import { bulkProduct, bulkVariation, edited, inEuros, undone } from '../../../../support/bulk-products'
import { processorMs } from '../../../../support/growth'

type Plain = Extract<Find, { kind: 'plain' }>
type Pattern = Extract<Find, { kind: 'pattern' }>

const plainly = (text: string, more: Partial<Plain> = {}): Plain => ({
  kind: 'plain',
  text,
  words: false,
  matchCase: false,
  matchAccents: false,
  ...more,
})
const byPattern = (pattern: string, more: Partial<Pattern> = {}): Pattern => ({
  kind: 'pattern',
  pattern,
  words: false,
  matchCase: false,
  ...more,
})
const ruleOf = (find: Find, replacement: string, more: Partial<ReplaceRule> = {}): ReplaceRule => ({
  find,
  replacement,
  fields: ['name'],
  variations: false,
  except: [],
  ...more,
})

const inName = (name: string, find: Find, replacement: string): string => {
  const product = bulkProduct({ name })
  const rule = ruleOf(find, replacement)
  return edited(product, planReplace(product, { kind: 'replace', rule }, inEuros)).fields.name
}
const inHtml = (description: string, find: Find, replacement: string, except: string[] = []): string => {
  const product = bulkProduct({ description })
  const rule = ruleOf(find, replacement, { fields: ['description'], except })
  return edited(product, planReplace(product, { kind: 'replace', rule }, inEuros)).fields.description
}

describe('What is found', () => {
  it.each<[string, string, Find, string]>([
    ['a part of a word', 'Mugs', plainly('mug'), '[]s'],
    ['whole words only', 'mug, Mugs, mug-rack', plainly('mug', { words: true }), '[], Mugs, []-rack'],
    ['words of other scripts', 'кружка и кружкам', plainly('Кружка', { words: true }), '[] и кружкам'],
    ['only in the same case', 'Mug mug', plainly('Mug', { matchCase: true }), '[] mug'],
    ['with or without accents', 'Café cafe CAFÉ', plainly('café'), '[] [] []'],
    ['with these accents only', 'Café cafe', plainly('café', { matchAccents: true }), '[] cafe'],
    ['an accent that is a sign of its own', 'Cafe\u0301!', plainly('café', { matchAccents: true }), '[]!'],
    ['ß as ss', 'Gießkanne', plainly('giesskanne'), '[]'],
    ['no half of a letter', 'Fuß', plainly('s'), 'Fuß'],
    ['a space that does not break', 'Made\u00a0in Italy', plainly('made in'), '[] Italy'],
    ['one behind the other, none over another', 'aaaa', plainly('aa'), '[][]'],
    ['by a pattern', 'Mug 300 ml', byPattern('\\d+ ?ml'), 'Mug []'],
    ['by a pattern, whole words only', 'x1 1', byPattern('\\d', { words: true }), 'x1 []'],
    ['by a pattern, in the same case', 'Mug mug', byPattern('M.g', { matchCase: true }), '[] mug'],
    ['nothing between letters', 'ab', byPattern('x*'), 'ab'],
  ])('%s', (_, text, find, result) => {
    expect(inName(text, find, '[]')).toBe(result)
  })

  it.each([
    ['(\\d+)x(\\d+)', '$2 × $1', 'Box 20 × 10'],
    ['(?<wide>\\d+)x\\d+', '$<wide> cm', 'Box 10 cm'],
    ['10x20', '$& cm', 'Box 10x20 cm'],
    ['10(x)(y)?20', '$2', 'Box '],
    ['10(x)20', '$$1 $9', 'Box $1 $9'],
    ['(1)0x20', '$12', 'Box 12'],
  ])('%s is replaced by %s', (pattern, replacement, result) => {
    expect(inName('Box 10x20', byPattern(pattern), replacement)).toBe(result)
  })

  it('A replacement for what is found as it is written is no pattern', () => {
    expect(inName('Mug', plainly('Mug'), '$& $1')).toBe('$& $1')
  })

  it('In the texts of all languages, in attributes, and in what variations have of their own', () => {
    const product = bulkProduct(
      { sku: 'OLD-1', nameTranslated: { de: 'Old Becher' }, attributes: { '7': 'old clay' } },
      [bulkVariation(3, { sku: 'old-1-L' }), bulkVariation(4)],
    )
    const fields: ReplaceRule['fields'] = ['name', 'sku', 'nameTranslated', 'attributes']
    const rule = ruleOf(plainly('old'), 'NEW', { fields, variations: true })
    const after = edited(product, planReplace(product, { kind: 'replace', rule }, inEuros))
    expect(after.fields).toMatchObject({
      name: 'Mug',
      sku: 'NEW-1',
      nameTranslated: { de: 'NEW Becher' },
      attributes: { '7': 'NEW clay' },
    })
    expect(after.variations.map(({ own }) => own)).toEqual([{ sku: 'NEW-1-L' }, {}])
  })
})

describe('Hits', () => {
  const description = '<p>A mug, a <b>mug</b> and &quot;a mug&quot;.</p>'
  const product = bulkProduct({ description })
  const rule = ruleOf(plainly('mug'), 'cup', { fields: ['description'] })
  const hits = hitsOf(product, rule)

  it('are shown with what stands around them', () => {
    expect(hits.map(({ before, found, after }) => [before, found, after])).toEqual([
      ['A ', 'mug', ', a '],
      ['', 'mug', ''],
      [' and "a ', 'mug', '".'],
    ])
  })

  it('that are left out stay as they are', () => {
    const except = [hits[1]?.id ?? '']
    expect(inHtml(description, rule.find, 'cup', except)).toBe('<p>A cup, a <b>mug</b> and &quot;a cup&quot;.</p>')
  })

  it('of a text that is another one since are all left out, because nobody knows which were meant', () => {
    const except = [hits[1]?.id ?? '']
    expect(inHtml(`<p>New</p>${description}`, rule.find, 'cup', except)).toBe(`<p>New</p>${description}`)
  })
})

describe('In HTML', () => {
  it.each([
    ['tags', '<b>b</b>', 'b', 'x', '<b>x</b>'],
    ['attributes and addresses', '<a href="/mug" title=mug>mug</a>', 'mug', 'cup', '<a href="/mug" title=mug>cup</a>'],
    ['attributes with brackets', '<a title = "x > mug">mug</a>', 'mug', 'cup', '<a title = "x > mug">cup</a>'],
    ['comments', '<!-- mug -->mug', 'mug', 'cup', '<!-- mug -->cup'],
    [
      'scripts and styles',
      '<style>mug{}</style>mug<script>mug</script>',
      'mug',
      'cup',
      '<style>mug{}</style>cup<script>mug</script>',
    ],
    ['half a tag at the end', 'mug <a href="mug', 'mug', 'cup', 'cup <a href="mug'],
    ['the names of signs', '&amp; amp &lt;', 'amp', 'x', '&amp; x &lt;'],
    ['signs that stay', '&eacute; mug &nbsp;&#8364;', 'mug', 'cup', '&eacute; cup &nbsp;&#8364;'],
  ])('%s are not touched', (_, html, text, replacement, result) => {
    expect(inHtml(html, plainly(text), replacement)).toBe(result)
  })

  it('what is written with signs is found as it is read', () => {
    expect(inHtml('Caf&eacute; &amp; Bar', plainly('café & bar', { matchAccents: true }), 'Pub')).toBe('Pub')
  })

  it('what goes across a tag is not found', () => {
    expect(inHtml('a<b>b</b>', plainly('ab'), 'x')).toBe('a<b>b</b>')
  })

  it('a replacement is text, whatever it looks like', () => {
    expect(inHtml('mug', plainly('mug'), '<b>&amp;')).toBe('&lt;b&gt;&amp;amp;')
  })

  it('a replacement makes no tag and no sign together with what stands before it', () => {
    expect(inHtml('3 <mmug', plainly('mmug'), 'x').includes('<x')).toBe(false)
    expect(textOfHtml(inHtml('3 < 5', plainly(' 5'), 'b'))).toBe('3 <b')
    expect(textOfHtml(inHtml('M & 5', plainly(' 5'), 'amp;'))).toBe('M &amp;')
  })

  it('what would become another sign without it stays', () => {
    expect(inHtml('M &5amp;', plainly('5'), '')).toBe('M &5amp;')
  })
})

describe('A pattern', () => {
  it('that cannot be read is said before anything is done', () => {
    expect(patternProblem(byPattern('(mug'))).toBe('This pattern cannot be read: Unterminated group.')
    expect(patternProblem(byPattern('mug'))).toBeNull()
  })

  it.each(['(a+)+$', '(a|aa)+$', '(.*a){30}$', '(a*)*b'])(
    'that would run for ever is ended, and nothing is changed: %s',
    async (pattern) => {
      const trying = () => inName(`${'a'.repeat(5000)}!`, byPattern(pattern), '')
      const ms = await processorMs(() => expect(trying).toThrow('This pattern takes too long'))
      expect(ms).toBeLessThan(20_000)
    },
  )

  it('reaches nothing but its texts', () => {
    const replacement = 'ok'
    expect(inName('Mug', byPattern('\\u{4d}ug'), replacement)).toBe('ok')
    expect(inName('\u2028"`${1}', byPattern('`'), replacement)).toBe('\u2028"ok${1}')
  })
})

const words = fc.constantFrom(
  'mug',
  'Mug',
  'cup',
  ' ',
  'é',
  'e\u0301',
  'ß',
  '<',
  '&',
  'amp;',
  '>',
  '"',
  '5',
  '😀',
  '\u00a0',
  '-',
)
const someText = fc.array(words, { maxLength: 12 }).map((all) => all.join(''))
const finds = fc.oneof(
  fc.record({
    kind: fc.constant('plain' as const),
    text: fc.array(words, { minLength: 1, maxLength: 2 }).map((all) => all.join('')),
    words: fc.boolean(),
    matchCase: fc.boolean(),
    matchAccents: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('pattern' as const),
    pattern: fc.constantFrom('[a-z]+', 'm.g', '\\s+', '.', '(mug|cup)\\s*'),
    words: fc.boolean(),
    matchCase: fc.boolean(),
  }),
)
const leftOut = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })

describe('Whatever is looked for and wherever', () => {
  it('nothing outside of the hits changes, and hits that are left out stay', () => {
    fc.assert(
      fc.property(someText, finds, someText, leftOut, (name, find, replacement, outs) => {
        const product = bulkProduct({ name })
        const rule = ruleOf(find, replacement)
        const hits = hitsOf(product, rule)
        const except = hits.filter((_, at) => outs[at]).map(({ id }) => id)
        const [edit] = planReplace(product, { kind: 'replace', rule: { ...rule, except } }, inEuros)
        let expected = ''
        let at = 0
        for (const hit of hits) {
          const from = Number(hit.id.split('.').at(-1))
          expected += name.slice(at, from) + (except.includes(hit.id) ? hit.found : hit.replacement)
          at = from + hit.found.length
        }
        expect(edit?.after ?? name).toBe(expected + name.slice(at))
      }),
    )
  })

  it('replaced and undone is as it was', () => {
    fc.assert(
      fc.property(someText, finds, someText, (name, find, replacement) => {
        const product = bulkProduct({ name, description: name, nameTranslated: { de: name } })
        const rule = ruleOf(find, replacement, { fields: ['name', 'description', 'nameTranslated'] })
        const edits = planReplace(product, { kind: 'replace', rule }, inEuros)
        expect(undone(edited(product, edits), edits)).toEqual(product)
      }),
    )
  })

  const sign = fc.constantFrom('mug', 'Mug', ' ', '&amp;', '&lt;', '&eacute;', '&#8364;', '&', '< ', '5', 'amp;', 'b')
  const html = fc.letrec<{ node: string; nodes: string }>((tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 5 }).map((all) => all.join('')),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      sign,
      fc.constantFrom(
        '<!-- mug -->',
        '<br>',
        '<img src="mug.jpg" alt="a mug > a cup">',
        "<a title = 'mug > mug'>mug</a>",
      ),
      fc
        .tuple(fc.constantFrom('b', 'i', 'span class="mug"', 'div data-mug=mug'), tie('nodes'))
        .map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0] ?? ''}>`),
    ),
  })).nodes

  it('the structure of HTML is the same before and after, as a browser reads it', () => {
    fc.assert(
      fc.property(html, finds, someText, (description, find, replacement) => {
        const after = inHtml(description, find, replacement)
        expect(structureOf(after)).toEqual(structureOf(description))
      }),
    )
  })

  it('a browser reads in HTML what was asked for', () => {
    fc.assert(
      fc.property(html, (description) => {
        const after = inHtml(description, plainly('mug'), '<cup & b>')
        const expected = readBy(description).replaceAll(/mug/gi, '<cup & b>')
        expect(readBy(after)).toBe(expected)
      }),
    )
  })

  const bits = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '!',
    '--',
    'a',
    'mug',
    ' ',
    '&',
    'lt;',
    '<a ',
    '</a>',
    '<!--',
    '-->',
    '<script',
    '</script>',
  )
  const hostile = fc.array(bits, { maxLength: 30 }).map((all) => all.join(''))

  it('also of HTML that is none, no tag, comment or attribute changes', () => {
    fc.assert(
      fc.property(hostile, (description) => {
        const after = inHtml(description, plainly('mug'), 'cup')
        expect(structureOf(after)).toEqual(structureOf(description))
      }),
      { numRuns: 500 },
    )
  })
})

/** All but the texts. */
function structureOf(html: string): unknown {
  const nodes = (node: Node): unknown[] =>
    [...node.childNodes].flatMap((child): unknown[] => {
      if (child instanceof Text) return []
      if (!(child instanceof Element)) return [`${child.nodeName} ${child.nodeValue ?? ''}`]
      const isForPrograms = /^(script|style)$/i.test(child.tagName)
      const attributes = [...child.attributes].map(({ name, value }) => `${name}=${value}`)
      return [[child.tagName, attributes, isForPrograms ? child.textContent : nodes(child)]]
    })
  return nodes(new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html'))
}

const readBy = (html: string): string =>
  new DOMParser().parseFromString(`<body>.${html}</body>`, 'text/html').body.textContent ?? ''
