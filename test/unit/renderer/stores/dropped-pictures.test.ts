// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { NotTaken } from '../../../../renderer/format/not-taken'
import { carriesTable } from '../../../../renderer/stores/dropped-tables'
import { isForPictures, leftOutOfText, picturesIn } from '../../../../renderer/stores/dropped-pictures'

const carrier = (data: Record<string, string>, files: File[] = []) => ({
  files,
  getData: (type: string) => data[type] ?? '',
})

describe('a table', () => {
  const items = (...types: string[]) => types.map((type) => ({ kind: 'file', type }))

  it.each(['Prices.csv', 'list.TSV', 'Preise.xlsx', 'old.xls', 'a.ods'])('is known by its name: %s', (name) => {
    expect(carriesTable({ files: [new File(['x'], name)] })).toBe(true)
  })

  it('is known by its type while it is dragged, and is for no place for pictures', () => {
    const dragged = { types: ['Files'], items: items('text/csv') }
    expect(carriesTable(dragged)).toBe(true)
    expect(isForPictures({ dataTransfer: dragged, target: null })).toBe(false)
  })

  it('is no picture, no folder and not one of several files', () => {
    expect(carriesTable({ files: [new File(['x'], 'a.png')] })).toBe(false)
    expect(carriesTable({ files: [new File(['x'], 'notes.txt')] })).toBe(false)
    expect(carriesTable({ files: [new File(['x'], 'a.csv'), new File(['x'], 'b.csv')] })).toBe(false)
    expect(carriesTable({ items: items('') })).toBe(false)
    expect(carriesTable({ items: items('text/csv', 'image/png') })).toBe(false)
    expect(carriesTable({})).toBe(false)
  })
})

describe('what was dropped', () => {
  it('is files when there are any, also when the browser adds the link', () => {
    const file = new File(['x'], 'a.png')
    expect(picturesIn(carrier({ 'text/uri-list': 'https://a.example/a.png' }, [file]))).toEqual({
      files: [file],
      urls: [],
    })
  })

  it('is one link a line, without comments', () => {
    const list = '# dragged\r\nhttps://a.example/a.png\r\n\r\nhttps://a.example/b.png'
    expect(picturesIn(carrier({ 'text/uri-list': list })).urls).toEqual([
      'https://a.example/a.png',
      'https://a.example/b.png',
    ])
  })

  it('is the picture itself where it is a link to elsewhere', () => {
    const html = '<a href="https://a.example/page"><img src="https://a.example/a.png" onerror="alert(1)"></a>'
    const data = { 'text/html': html, 'text/uri-list': 'https://a.example/page' }
    expect(picturesIn(carrier(data)).urls).toEqual(['https://a.example/a.png'])
  })

  it('is a pasted link', () => {
    expect(picturesIn(carrier({ 'text/plain': ' https://a.example/a.png ' })).urls).toEqual(['https://a.example/a.png'])
  })

  it.each<[string, Record<string, string>]>([
    ['alone', { 'text/html': '<a href="https://a.example/a.png">Mug</a>' }],
    ['beside its words', { 'text/html': '<a href="https://a.example/a.png">Mug</a>', 'text/plain': 'Mug' }],
    ['in a page of its own', { 'text/html': '<style>a{}</style>\n<a href="https://a.example/a.png">Mug</a> ' }],
  ])('is a link that comes as HTML %s', (_, data) => {
    expect(picturesIn(carrier(data)).urls).toEqual(['https://a.example/a.png'])
  })

  it.each<[NotTaken, Record<string, string>]>([
    ['nothing', { 'text/plain': 'a note with https://a.example inside' }],
    ['nothing', { 'text/plain': 'https://a.example/a.png\nand a word' }],
    ['nothing', { 'text/html': '<p>Mug</p>', 'text/plain': 'Mug' }],
    ['nothing', { 'text/html': '<p>See <a href="https://a.example/a.png">this</a></p>', 'text/plain': 'See this' }],
    ['nothing', {}],
    ['elsewhere', { 'text/uri-list': 'file:///etc/passwd' }],
    ['elsewhere', { 'text/plain': 'javascript:alert(1)' }],
    ['elsewhere', { 'text/uri-list': 'https://a.example/a.png\r\nfile:///b.png' }],
    ['embedded', { 'text/uri-list': 'data:image/png;base64,AAAA' }],
    ['embedded', { 'text/html': '<img src="data:image/png;base64,AAAA">' }],
    ['embedded', { 'text/html': '<img src="file:///tmp/a.png">' }],
    ['several', { 'text/html': '<img src="https://a.example/a.png"><img src="https://a.example/b.png">' }],
  ])('is %s in %o', (notTaken, data) => {
    expect(picturesIn(carrier(data))).toEqual({ files: [], urls: [], notTaken })
  })

  it('is the link where the text around it holds small pictures', () => {
    const html = '<img src="data:image/png;base64,AAAA">https://a.example/a.png'
    const data = { 'text/html': html, 'text/plain': 'https://a.example/a.png' }
    expect(picturesIn(carrier(data)).urls).toEqual(['https://a.example/a.png'])
  })
})

describe('a place for pictures hears of', () => {
  const over = (types: string[], html = '<div></div>') => {
    document.body.innerHTML = html
    return isForPictures({ dataTransfer: { types }, target: document.body.firstElementChild })
  }

  it.each(['Files', 'text/uri-list', 'text/html', 'text/plain'])('%s', (type) => {
    expect(over([type])).toBe(true)
  })

  it('no text above what holds text, but of files', () => {
    expect(over(['text/plain', 'text/html', 'text/uri-list'], '<input>')).toBe(false)
    expect(over(['text/plain', 'Files'], '<input>')).toBe(true)
  })

  it('nothing that is dragged inside the window, and nothing else', () => {
    expect(over(['Files', 'text/html', 'application/x-stockroom-own'])).toBe(false)
    expect(over(['application/x-color'])).toBe(false)
  })
})

describe('a field of plain text leaves out', () => {
  const picture = new File(['x'], 'a.png', { type: 'image/png' })
  const sheet = new File(['x'], 'a.xlsx')

  it.each([
    ['picture', carrier({}, [sheet, picture])],
    ['picture', carrier({ 'text/html': '<img src="https://a.example/a.png">' }, [])],
    ['picture', carrier({ 'text/html': '<img src="https://a.example/a.png">' }, [picture])],
    ['file', carrier({}, [sheet])],
    ['link', carrier({ 'text/uri-list': 'https://a.example/mug' })],
    ['link', carrier({ 'text/html': '<a href="https://a.example/mug">Mug</a>' })],
    [null, carrier({ 'text/uri-list': 'https://a.example/mug', 'text/plain': 'https://a.example/mug' })],
    [null, carrier({ 'text/plain': 'Mug', 'text/html': '<img src="https://a.example/a.png">Mug' }, [picture])],
    [null, carrier({})],
  ])('%s', (what, data) => {
    expect(leftOutOfText(data)).toBe(what)
  })
})
