import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allModules, lifecycles } from '#app'
import { pageRoutes } from '#test/harness/page-routes.ts'
import { ledgerHref, matterHref, ownMatterHref, staffMatterHref } from './matter-href.ts'

/** A certificate is found by its identifier, a local rule by its name. */
const withoutPage = ['certificate', 'local-rule']

test('a matter of each business opens on a page that exists, and its ledger from an operation that exists', () => {
  const kinds = lifecycles.map(({ kind }) => kind).filter((kind) => !withoutPage.includes(kind))
  const routes = pageRoutes()
  const queries = allModules.flatMap(({ operations }) => operations.flatMap(({ http }) => (http?.method === 'GET' ? [`/api/v1${http.path}`] : [])))
  for (const kind of kinds) {
    const [page, ledger] = [matterHref(kind, 'N1'), ledgerHref(kind, 'N1')]
    assert.ok(page !== undefined && routes.includes(page.replace('N1', ':number')), `${kind}: ${page}`)
    assert.ok(ledger !== undefined && queries.includes(ledger.replace('N1', '{number}')), `${kind}: ${ledger}`)
  }
})

test('what is no matter, or of a kind without a page of its own, leads nowhere', () => {
  for (const [kind, number] of [['certificate', 'N1'], ['toString', 'N1'], [null, 'N1'], ['case', null]] as const) {
    assert.equal(matterHref(kind, number), undefined)
    assert.equal(ledgerHref(kind, number), undefined)
  }
})

test('whoever asked for a matter, and the staff who handle it, follow it on pages that exist', () => {
  const routes = pageRoutes()
  for (const kind of ['case', 'disclosureRequest', 'serviceComplaint', 'workOrder', 'gridEvent']) {
    const page = ownMatterHref(kind, 'N1')
    assert.ok(page !== undefined && routes.includes(page.replace(/\?.*$/, '').replace('N1', ':number')), `${kind}: ${page}`)
  }
  for (const role of ['supervisor', 'reviewer', 'approver', 'unitHead', 'windowClerk', 'hallManager']) {
    const page = staffMatterHref('case', 'N1', [role])
    assert.ok(page !== undefined && routes.includes(page.replace('N1', ':number')), `${role}: ${page}`)
  }
  assert.equal(staffMatterHref('workOrder', 'N1', []), '/hotline/orders/N1')
  assert.equal(staffMatterHref('case', 'N1', ['archivist']), undefined)
  assert.equal(ownMatterHref('finding', 'N1'), undefined)
})

test('a number stays one part of the address, whatever stands in it', () => {
  assert.equal(matterHref('case', 'A/../$&?x'), '/supervision/cases/A%2F..%2F%24%26%3Fx')
})
