import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RouterContextProvider } from 'react-router'
import { anonymous } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { attempt, call } from './call.ts'
import { appContext, requestContext, type WebApp } from './context.ts'

const closed = new Refusal({ code: 'cases.already-closed', kind: 'conflict' }, {}, [{ pointer: '/number', code: 'cases.closed-number' }])

function contextWhere(answer: () => Promise<unknown>, seen: unknown[] = []): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(appContext, { call: (...call: unknown[]) => (seen.push(...call), answer()) } as unknown as WebApp)
  context.set(requestContext, {
    caller: anonymous,
    session: { kind: 'anonymous', displayName: '', roles: [] },
    settings: { cityName: '花都', officeName: '', servicePhone: '', supervisionPhone: '', demo: false },
    today: '2026-09-29',
    requestId: 'R-1',
    appearance: {},
    posted: false,
    report: () => assert.fail('a refusal is not a fault'),
    refusalTitle: (code) => (code === 'cases.already-closed' ? '这件已经办结' : undefined),
  })
  return context
}

const input = { date: '2026-09-29', days: 1 } as const

test('a page calls an operation as the person who asked for the page, under the number of the request', async () => {
  const seen: unknown[] = []
  assert.deepEqual(await call(contextWhere(async () => ({ date: '2026-09-30' }), seen), 'kernel.add-to-date', input), { date: '2026-09-30' })
  assert.deepEqual(seen, ['kernel.add-to-date', anonymous, input, { requestId: 'R-1' }])
})

test('an action gets a refusal as a value with its title, to show it on the form', async () => {
  assert.deepEqual(await attempt(contextWhere(() => Promise.reject(closed)), 'kernel.add-to-date', input), {
    ok: false,
    refusal: { code: 'cases.already-closed', kind: 'conflict', title: '这件已经办结', fields: [{ pointer: '/number', code: 'cases.closed-number', title: 'cases.closed-number' }] },
  })
})

test('a refusal in a loader ends the page with its status; a fault stays a fault', async () => {
  await assert.rejects(call(contextWhere(() => Promise.reject(closed)), 'kernel.add-to-date', input), (thrown: { readonly init?: ResponseInit }) => thrown.init?.status === 409)
  await assert.rejects(call(contextWhere(() => Promise.reject(new TypeError('broken'))), 'kernel.add-to-date', input), TypeError)
})
