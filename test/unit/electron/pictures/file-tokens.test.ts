import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createFileTokens } from '../../../../electron/pictures/file-tokens'
import { chosenRoot } from '../../../../electron/shared/hand-over'

describe('tokens of files', () => {
  it('keep their first meaning', () => {
    const tokens = createFileTokens()
    const token = randomUUID()
    tokens.take([{ token, path: '/a' }])
    tokens.take([{ token, path: '/etc/passwd' }])
    expect(tokens.pathOf(token)).toBe('/a')
    expect(tokens.tokenOf('/a')).toBe(token)
  })

  it('are not kept without end; the oldest is forgotten first', () => {
    const tokens = createFileTokens(2)
    const [first = '', ...others] = ['/1', '/2', '/3'].map((path) => tokens.tokenOf(path))
    expect(() => tokens.pathOf(first)).toThrow('Add it again')
    expect(others.map((token) => tokens.pathOf(token))).toEqual(['/2', '/3'])
    expect(tokens.tokenOf('/1')).not.toBe(first)
  })
})

describe('what is scanned', () => {
  it('is the folder itself when its files were chosen through a dialog', () => {
    expect(chosenRoot('/home/x/shoot/a.jpg', 'shoot/a.jpg')).toBe('/home/x/shoot')
    expect(chosenRoot('/home/x/shoot/blue/b.jpg', 'shoot/blue/b.jpg')).toBe('/home/x/shoot')
    expect(chosenRoot('C:\\x\\shoot\\blue\\b.jpg', 'shoot/blue/b.jpg')).toBe('C:\\x\\shoot')
  })

  it('is a dropped file or folder as it is', () => {
    expect(chosenRoot('/a.jpg', '')).toBe('/a.jpg')
    expect(chosenRoot('', '')).toBe('')
  })
})
