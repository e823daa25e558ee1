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

async function htmlFor(opens: unknown): Promise<string> {
  const { UnitsPane } = await vite.ssrLoadModule('/src/modules/reporting/web/wall/units-pane.tsx')
  const props: object = { units, opens, place: { from: '2026-09-01', to: '2026-09-18' } }
  return renderToStaticMarkup(createElement(UnitsPane as FunctionComponent<object>, props))
}

const rowsOf = (html: string): readonly string[] => html.split('<tr>').filter((row) => row.startsWith('<th scope="row">'))
const hrefsIn = (row: string): readonly string[] => [...row.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))

test('every unit has a row that leads to its own lists; those that do not fit are folded away under what they add up to', async () => {
  const html = await htmlFor('all')
  const rows = rowsOf(html)
  assert.equal(rows.length, 14)
  rows.forEach((row, at) => {
    const listOf = (metric: string): string => `/figures/${metric}?from=2026-09-01&to=2026-09-18&unitId=u${at + 1}`
    assert.deepEqual(hrefsIn(row), [listOf('cases.on-time-rate'), listOf(at === 0 ? 'cases.overdue-open' : 'cases.on-time-rate')])
  })
  const [shown = '', folded = ''] = html.split('<details>')
  assert.equal(rowsOf(shown).length, 12)
  assert.match(folded, /<summary>其他2个部门：按时16／应办结18，超期未结0件，超期办结2件<\/summary>/)
})

test('the head of a unit gets links for the own unit alone', async () => {
  const rows = rowsOf(await htmlFor({ unitIds: ['u3'], hallId: null }))
  assert.deepEqual(rows.map((row) => hrefsIn(row).length), [0, 0, 2, ...Array.from({ length: 11 }, () => 0)])
})
