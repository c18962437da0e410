import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = '.github/workflows'

it.each(readdirSync(folder))('%s takes every action by its commit, which nobody can move', (file) => {
  const used = [...readFileSync(join(folder, file), 'utf8').matchAll(/uses: *(.*)/g)].map(([, action]) => action)
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((action) => !/@[0-9a-f]{40} # v[\d.]+$/.test(action ?? ''))).toEqual([])
})

it('what is released has been checked before anybody gets it', () => {
  const release = readFileSync(join(folder, 'release.yml'), 'utf8')
  const steps = [/electron-builder --publish never/, /node scripts\/package\.mjs --built/, /actions\/upload-artifact@/]
  const places = steps.map((step) => release.search(step))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})
