// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { carriesPictures, picturesIn } from '../../../../renderer/stores/dropped-pictures'

const carrier = (data: Record<string, string>, files: File[] = []) => ({
  files,
  getData: (type: string) => data[type] ?? '',
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

  it.each(['a note with https://a.example inside', 'file:///etc/passwd', 'javascript:alert(1)', ''])(
    'is nothing: %s',
    (text) => {
      expect(picturesIn(carrier({ 'text/plain': text })).urls).toEqual([])
    },
  )
})

it('only files and links light up the place to drop on', () => {
  expect(carriesPictures({ types: ['Files'] })).toBe(true)
  expect(carriesPictures({ types: ['text/html', 'text/uri-list'] })).toBe(true)
  expect(carriesPictures({ types: ['text/plain'] })).toBe(false)
})
