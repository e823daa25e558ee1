import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createServer } from 'vite'

/** Node does not run .tsx: Vite loads it here as it does for the development server. */
const vite = await createServer({ configFile: false, logLevel: 'error', appType: 'custom', server: { middlewareMode: true, ws: false, hmr: false, watch: null }, optimizeDeps: { noDiscovery: true } })
after(() => vite.close())

const unit = (number: number, late: object) => ({ unitId: `u${number}`, name: `单位${number}`, onTime: 8, due: 9, value: '88.9%', lateOpen: 0, lateClosed: 1, ...late })
const units = [unit(1, { lateOpen: 1, lateClosed: 0 }), ...Array.from({ length: 13 }, (_, place) => unit(place + 2, {}))]

async function rowsFor(opens: unknown): Promise<readonly string[]> {
  const { UnitsPane } = await vite.ssrLoadModule('/src/modules/reporting/web/wall/units-pane.tsx')
  const props: object = { units, opens, place: { from: '2026-09-01', to: '2026-09-18' } }
  const html = renderToStaticMarkup(createElement(UnitsPane as FunctionComponent<object>, props))
  return html.split('<tr>').slice(2)
}

const hrefsIn = (row: string): readonly string[] => [...row.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))

test('every row of units leads to its lists, that of the units which do not fit to the figure divided by unit', async () => {
  const days = 'from=2026-09-01&to=2026-09-18'
  const rows = await rowsFor('all')
  assert.equal(rows.length, 13)
  assert.deepEqual(hrefsIn(rows[0] ?? ''), [`/figures/cases.on-time-rate?${days}&unitId=u1`, `/figures/cases.overdue-open?${days}&unitId=u1`])
  assert.deepEqual(hrefsIn(rows[1] ?? ''), [`/figures/cases.on-time-rate?${days}&unitId=u2`, `/figures/cases.on-time-rate?${days}&unitId=u2`])
  assert.match(rows[12] ?? '', /其他2个部门[\s\S]*16\/18/)
  assert.deepEqual(hrefsIn(rows[12] ?? ''), [`/figures/cases.on-time-rate?${days}&by=unitId`, `/figures/cases.on-time-rate?${days}&by=unitId`])
})

test('the head of a unit gets links for the own unit alone', async () => {
  const rows = await rowsFor({ unitIds: ['u3'], hallId: null })
  assert.deepEqual(rows.map((row) => hrefsIn(row).length), [0, 0, 2, ...Array.from({ length: 10 }, () => 0)])
})
