import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { contentPolicyOf } from '../../../../electron/platform/content-policy'
import { createLinkOpener } from '../../../../electron/platform/open-links'
import { devServerOf, isOwnUrl } from '../../../../electron/platform/own-page'

const devServer = 'http://127.0.0.1:5173'

it.each([
  ['app://stockroom/index.html', undefined, true],
  ['http://127.0.0.1:5173/index.html', devServer, true],
  ['http://127.0.0.1:5173/index.html', undefined, false],
  ['http://127.0.0.1:51730/', devServer, false],
  ['http://127.0.0.1:5173.evil.example/', devServer, false],
  ['http://127.0.0.1:5173@evil.example/', devServer, false],
  ['https://127.0.0.1:5173/', devServer, false],
  ['app://stockroom.evil/index.html', undefined, false],
  ['app://x@stockroom/index.html', undefined, false],
  ['file:///etc/passwd', undefined, false],
  ['', undefined, false],
])('knows whether %s is its own page while %s serves it', (address, server, own) => {
  expect(isOwnUrl(address, server)).toBe(own)
})

it('loads the page that the environment names while one develops, and never when it is packaged', () => {
  expect(devServerOf(false, devServer)).toBe(devServer)
  expect(devServerOf(true, devServer)).toBeUndefined()
})

it('sends the page the policy that it states itself', () => {
  const html = readFileSync('renderer/index.html', 'utf8')
  const stated = /content="(default-src[^"]*)"/.exec(html)?.[1]?.split('; ') ?? []
  const sent = contentPolicyOf('text/html; charset=utf-8').split('; ')
  expect(stated.length).toBeGreaterThan(5)
  expect(stated.filter((rule) => !sent.includes(rule))).toEqual([])
})

it('lets a worker load nothing from elsewhere, and a picture load nothing at all', () => {
  expect(contentPolicyOf('text/javascript; charset=utf-8')).toMatch(
    /default-src 'none'.*connect-src 'self' picture: blob:$/,
  )
  expect(contentPolicyOf('image/svg+xml')).not.toMatch(/script-src/)
})

it('opens links at a human pace', async () => {
  let now = 0
  const opened: string[] = []
  const open = createLinkOpener(
    async (url) => void opened.push(url),
    () => now,
  )
  await open('https://a.example/')
  now += 100
  await expect(open('https://b.example/')).rejects.toMatchObject({ message: /short time/ })
  for (let i = 0; i < 40; i++) {
    now += 600
    await open('https://c.example/').catch(() => {})
  }
  expect(opened).toHaveLength(20)
  now += 60_000
  await open('https://d.example/')
  expect(opened.at(-1)).toBe('https://d.example/')
})
