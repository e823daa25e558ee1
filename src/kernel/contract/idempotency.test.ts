import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { anonymous, type Caller } from '#kernel/access/caller.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { openTestOffice } from '#test/harness/office.ts'
import { defineOperation } from './operation.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())

const person: Caller = { kind: 'person', id: '01990000-0000-7000-8000-000000000001', level: 1, name: '李*' }

/** A command that does what the test tells it, for one caller under one key. */
function ask(key: string, run: () => Promise<string>, options: { readonly caller?: Caller; readonly about?: string } = {}): Promise<unknown> {
  const tell = defineOperation({
    name: 'trial.tell', summary: 'Tells', kind: 'command', access: 'public', input: z.object({ about: z.string() }), output: z.object({ told: z.string() }), refusals: [],
    run: async () => ({ told: await run() }),
  })
  return office.app.run(tell, options.caller ?? person, { about: options.about ?? '张小梅' }, { idempotencyKey: key })
}

test('a repeat gets the first answer; another input, or another caller, does not', async () => {
  assert.deepEqual(await ask('a', async () => 'first'), { told: 'first' })
  assert.deepEqual(await ask('a', async () => 'second'), { told: 'first' })
  await assert.rejects(ask('a', async () => 'second', { about: 'something else' }), { code: 'contract.idempotency-key-reused' })
  assert.deepEqual(await ask('a', async () => 'second', { caller: anonymous }), { told: 'second' })
})

test('a repeat that would be refused now gets the answer that was given, not the refusal', async () => {
  await ask('done', async () => 'first')
  const refusing = () => Promise.reject(new Refusal({ code: 'trial.refused', kind: 'conflict' }))
  assert.deepEqual(await ask('done', refusing), { told: 'first' })
  await assert.rejects(ask('never-done', refusing), { code: 'trial.refused' })
})

test('a repeat that now runs into what the first left behind gets the answer that was given, not a fault', async () => {
  const filing = async (): Promise<string> => {
    await sql`INSERT INTO number_sequences (prefix, last) VALUES ('one of its kind', 1)`.execute(office.database.db)
    return 'first'
  }
  assert.deepEqual(await ask('natural-key', filing), { told: 'first' })
  assert.deepEqual(await ask('natural-key', filing), { told: 'first' })
  await assert.rejects(ask('another-key', filing), { code: '23505' })
})

test('two inputs that a look-up by number would take for the same are two inputs', async () => {
  await ask('letter-case', async () => 'first', { about: 'ab c' })
  await assert.rejects(ask('letter-case', async () => 'second', { about: 'ABC' }), { code: 'contract.idempotency-key-reused' })
})

test('neither the answer nor what was asked can be read or tried out in the table', async () => {
  await ask('b', async () => '110105194912310021', { about: '13800000001' })
  const { rows } = await sql<{ kept: string; inputHash: string }>`
    SELECT to_jsonb(k)::text || encode(sealed_answer, 'escape') AS kept, input_hash AS "inputHash" FROM idempotency_keys k WHERE key = 'b'`.execute(office.database.db)
  assert.ok(!rows[0]?.kept.includes('110105194912310021'))
  assert.notEqual(rows[0]?.inputHash, createHash('sha256').update('{"about":"13800000001"}').digest('hex'))
})

test('a repeat that waited for a call which was refused goes on in its place', async () => {
  const running = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const first = ask('c', async () => {
    running.resolve()
    await release.promise
    throw new Refusal({ code: 'trial.refused', kind: 'conflict' })
  })
  await running.promise
  const second = ask('c', async () => 'second')
  release.resolve()
  await assert.rejects(first, { code: 'trial.refused' })
  assert.deepEqual(await second, { told: 'second' })
})
