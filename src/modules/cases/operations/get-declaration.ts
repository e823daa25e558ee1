import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { declarationWords } from '../declaration.ts'
import { declarationInForce } from '../rules/declaration.ts'

/** The words that every applicant declares; filing names their version, so that nobody declares what was not put before him. */
export const getDeclaration = defineOperation({
  name: 'cases.get-declaration',
  summary: 'Reads the words in force that an applicant declares when he files, with their version',
  kind: 'query',
  http: { method: 'GET', path: '/cases/declaration' },
  access: 'public',
  input: z.strictObject({}),
  output: z.object({ version: z.int(), text: z.string() }),
  refusals: [],
  examples: [{ summary: 'Before filing', input: {} }],
  run: async () => ({ version: declarationInForce, text: declarationWords(declarationInForce) }),
})
