import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quickDrills } from './all.ts'
import { proves } from './drill.ts'

// A drill must hold, and must notice what was broken on purpose; `npm run drills` makes them longer, and the others too.

for (const drill of quickDrills) {
  test(`${drill.id} ${drill.says}`, async () => {
    const finding = await drill.run(drill.size.quick)
    assert.ok(proves(finding), JSON.stringify(finding, null, 2))
  })
}
