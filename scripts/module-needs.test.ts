import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findCycleOfNeeds, modulesReport, readNeeds } from './module-needs.ts'

const root = mkdtempSync(join(tmpdir(), 'needs-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('the needs of a module are read from its front door, also over several lines', () => {
  for (const [name, text] of [['cases', "defineModule({ needs: ['catalogue', 'hall'] })"], ['catalogue', 'defineModule({ needs: [] })'], ['hall', "needs: [\n  'catalogue',\n]"]] as const) {
    mkdirSync(join(root, 'src', 'modules', name), { recursive: true })
    writeFileSync(join(root, 'src', 'modules', name, 'index.ts'), text)
  }
  assert.deepEqual([...readNeeds(root)], [['cases', ['catalogue', 'hall']], ['catalogue', []], ['hall', ['catalogue']]])
})

test('the report shows what a module needs, how often it goes through the front door, and who goes past it', () => {
  writeFileSync(join(root, 'src', 'modules', 'cases', 'accept.ts'), "import { item } from '#modules/catalogue/index.ts'\nimport { own } from './own.ts'\nimport type { Queue } from '../hall/store/queues.ts'\nconst list = await import('#modules/catalogue/web/list.tsx')\n")
  const report = modulesReport(root)
  assert.match(report, /^\| cases \| catalogue \(1\), hall \(0\) \|  \| 2 \|$/m)
  assert.match(report, /^\| catalogue \|  \| cases, hall \| 0 \|$/m)
  assert.match(report, /^- cases\/accept\.ts → \.\.\/hall\/store\/queues\.ts\n- cases\/accept\.ts → #modules\/catalogue\/web\/list\.tsx$/m)
  writeFileSync(join(root, 'src', 'modules', 'cases', 'accept.ts'), "import { item } from '#modules/catalogue/index.ts'\n")
  assert.match(modulesReport(root), /^No module imports another's insides\.$/m)
})

test('a circle of needs is found wherever it starts', () => {
  assert.deepEqual(findCycleOfNeeds(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]])), ['b', 'c', 'b'])
  assert.equal(findCycleOfNeeds(new Map([['a', ['b', 'c']], ['b', ['c']], ['c', []]])), undefined)
})
