import { describe, expect, it } from 'vitest'
import { parseResponseFields, projectFields } from '../../../../electron/demo-store/response-fields'

const project = (value: unknown, fields: string) => projectFields(value, parseResponseFields(fields))
const page = { total: 2, items: [{ id: 1, media: { images: [{ id: '0', alt: {} }], videos: [] } }, { id: 2 }] }

describe('responseFields', () => {
  it('keeps what is named, at any depth, in lists too', () => {
    expect(project(page, 'total,items(id,media(images(id)))')).toEqual({
      total: 2,
      items: [{ id: 1, media: { images: [{ id: '0' }] } }, { id: 2 }],
    })
  })

  it('keeps everything below a bare name and ignores unknown names and spaces', () => {
    expect(project(page, ' items( media ) , nothing(x)')).toEqual({ items: [{ media: page.items[0]?.media }, {}] })
  })

  it('unites repeated names and survives wrong parentheses', () => {
    expect(project(page, 'items(id),items(media(videos))')).toEqual({
      items: [{ id: 1, media: { videos: [] } }, { id: 2 }],
    })
    expect(project(page, 'items(id')).toEqual({ items: [{ id: 1 }, { id: 2 }] })
    expect(project(page, 'items(id)),total')).toEqual({ total: 2, items: [{ id: 1 }, { id: 2 }] })
  })

  it('projects a bare list', () => {
    expect(project([{ id: 1, name: 'a' }], 'id')).toEqual([{ id: 1 }])
  })
})
