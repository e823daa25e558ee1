import type { RefusalType } from '#kernel/errors/refusal.ts'

/** The contract's own refusals: every operation may answer with them. */
export const contractRefusals = {
  invalidInput: { code: 'contract.invalid-input', kind: 'invalid' },
  malformedBody: { code: 'contract.malformed-body', kind: 'invalid' },
  bodyTooLarge: { code: 'contract.body-too-large', kind: 'too-large' },
  unsupportedMediaType: { code: 'contract.unsupported-media-type', kind: 'unsupported' },
  signInRequired: { code: 'contract.sign-in-required', kind: 'unauthenticated' },
  notPermitted: { code: 'contract.not-permitted', kind: 'forbidden' },
  notFound: { code: 'contract.not-found', kind: 'not-found' },
  methodNotAllowed: { code: 'contract.method-not-allowed', kind: 'not-allowed' },
  idempotencyKeyReused: { code: 'contract.idempotency-key-reused', kind: 'unprocessable' },
  idempotencyKeyInvalid: { code: 'contract.idempotency-key-invalid', kind: 'invalid' },
  versionConflict: { code: 'contract.version-conflict', kind: 'conflict' },
  tryAgain: { code: 'contract.try-again', kind: 'unavailable' },
  /** Said at once while too many wait already, so that those who were let in are served. */
  overloaded: { code: 'contract.overloaded', kind: 'unavailable' },
  /** `details.skewSeconds`: by how much this machine's clock is ahead of the database's. */
  clockWrong: { code: 'contract.clock-wrong', kind: 'unavailable' },
  diskFull: { code: 'contract.disk-full', kind: 'storage' },
  tooMany: { code: 'contract.too-many-requests', kind: 'limit' },
} as const satisfies Record<string, RefusalType>
