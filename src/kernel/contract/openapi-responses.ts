import type { RefusalType } from '#kernel/errors/refusal.ts'
import { type RefusalTexts, statusOf } from '#kernel/http/problem.ts'
import type { Operation } from './operation.ts'
import { contractRefusals } from './refusals.ts'

/** The schema of RFC 9457 problem details, shared by all refusals. */
export const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details. `code` is stable; titles are in Chinese and English; a refusal may add details of its own.',
  required: ['type', 'status', 'code', 'title', 'titleEn', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri' },
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string' },
    titleEn: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
    errors: {
      type: 'array',
      description: 'Fields that are wrong, each with an RFC 6901 pointer into the input',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'title'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, title: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
} as const

/** The contract's own refusals with which this operation may answer: by its access, its method and its body. */
export function contractRefusalsOf(operation: Operation): readonly RefusalType[] {
  const all = contractRefusals
  const hasBody = operation.http !== undefined && operation.http.method !== 'GET' && operation.http.method !== 'DELETE'
  return [
    all.invalidInput,
    ...(operation.access === 'public' ? [] : [all.signInRequired]),
    ...(typeof operation.access === 'object' ? [all.notPermitted] : []),
    ...(hasBody ? [all.bodyTooLarge] : []),
    ...(hasBody && operation.http?.body !== 'bytes' ? [all.malformedBody, all.unsupportedMediaType] : []),
    ...(operation.kind === 'command' ? [all.idempotencyKeyInvalid, all.idempotencyKeyReused, all.versionConflict] : []),
    ...(operation.kind === 'command' ? [all.diskFull, all.clockWrong] : []),
    all.tryAgain,
    all.overloaded,
  ]
}

/** One response per status, each naming the codes that come with it. */
export function problemResponses(operation: Operation, texts: RefusalTexts): Readonly<Record<string, unknown>> {
  const codes = new Map([...contractRefusalsOf(operation), ...operation.refusals].map((type) => [type.code, type]))
  const byStatus = Map.groupBy(codes.values(), statusOf)
  const responses = [...byStatus].toSorted(([a], [b]) => a - b).map(([status, types]) => [String(status), problemResponse(types.map(({ code }) => code).toSorted(), texts)] as const)
  return { ...Object.fromEntries(responses), default: { $ref: '#/components/responses/Fault' } }
}

/** The response of a problem that carries one of these codes. */
export function problemResponse(codes: readonly string[], texts: RefusalTexts): Readonly<Record<string, unknown>> {
  return {
    description: codes.map((code) => `\`${code}\`: ${texts.en(code)}`).join('\n\n'),
    content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { type: 'string', enum: codes } } }] } } },
  }
}
