import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { findUndeclared } from './undeclared.ts'

const Person = z.object({ name: z.string(), tags: z.record(z.string(), z.unknown()).optional() })
const undeclaredIn = (schema: z.ZodType, answer: unknown) => findUndeclared(answer, schema.parse(answer))

test('a member that no schema declares is found, also deep in a list', () => {
  const List = z.object({ items: z.array(z.object({ person: Person })) })
  assert.deepEqual(undeclaredIn(List, { items: [{ person: { name: '张*' } }, { person: { name: '李*', idNumber: '1' } }], total: 2 }), ['/items/1/person/idNumber', '/total'])
})

test('what is declared, open by declaration, or does not travel is no fault', () => {
  assert.deepEqual(undeclaredIn(Person, { name: '张*', tags: { any: { thing: 1 } }, phone: undefined }), [])
  assert.deepEqual(undeclaredIn(z.union([Person, z.object({ id: z.string() })]), { id: 'a' }), [])
})
