import { test } from '@playwright/test'
import { report } from '../support/bench-table'
import { startDemoStore } from '../support/demo-store-process'
import { pngBytes } from '../support/picture-files'
import { openBenchSession } from './bench-session'

const pictures = 5000

test(`requests of ${pictures} uploads that are undone`, async () => {
  test.setTimeout(20 * 60_000)
  const store = await startDemoStore(['--products', String(pictures), '--rate-limit', '0'])
  const bench = openBenchSession(store)
  try {
    bench.session.startPulling()
    await bench.until(({ sync }) => sync?.phase === 'idle' || sync?.phase === 'failed')
    const { hash } = await bench.staging.stageBytes('mug.png', pngBytes())
    const { rows } = bench.session.reads.search({}, 0, pictures)
    const settled = () => bench.until(({ changes }) => changes?.waiting === 0 && changes.sending === 0)
    const { changeSetId } = bench.session.changes.apply({
      source: 'list',
      label: { code: 'text', text: 'Bench' },
      operations: rows.map(({ id: productId }) => ({
        kind: 'picture.add' as const,
        productId,
        source: { hash },
        role: 'gallery' as const,
        fileName: 'mug.png',
        alt: '',
      })),
    })
    await settled()
    const before = bench.requests.length
    if (changeSetId === null) throw new Error('Nothing was added')
    await bench.session.changes.revertInParts(changeSetId)
    await settled()
    report({
      name: `requests a picture, ${rows.length} uploads undone`,
      value: (bench.requests.length - before) / rows.length,
      yardstick: { name: 'the removal alone', value: 1 },
      unit: 'requests',
      goal: { atMost: 2 },
    })
  } finally {
    await bench.close()
    await store.stop()
  }
})
