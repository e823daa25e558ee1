import type { RefusalType } from '#kernel/errors/refusal.ts'

/** Why somebody is not signed in. */
export const sessionErrors = {
  /** Says neither which of the two is wrong nor whether the name exists. */
  wrongNameOrPassword: { code: 'session.wrong-name-or-password', kind: 'unauthenticated' },
  /** `details.retryAfterSeconds`: how long the lock still lasts. */
  locked: { code: 'session.locked', kind: 'limit' },
  /** The password is right and a code of the second factor is still to be given. */
  codeRequired: { code: 'session.code-required', kind: 'unauthenticated' },
  codeWrong: { code: 'session.code-wrong', kind: 'unauthenticated' },
  passwordTooWeak: { code: 'session.password-too-weak', kind: 'invalid' },
  noPassword: { code: 'session.no-password', kind: 'conflict' },
  alreadyEnrolled: { code: 'session.already-enrolled', kind: 'conflict' },
  enrolmentInvalid: { code: 'session.enrolment-invalid', kind: 'invalid' },
  phoneInvalid: { code: 'session.phone-invalid', kind: 'invalid' },
  /** `details.retryAfterSeconds`: after which the next code may surely be asked for. */
  phoneCodeTooSoon: { code: 'session.phone-code-too-soon', kind: 'limit' },
  /** Wrong, expired, used or never asked for: the answer is the same. */
  phoneCodeWrong: { code: 'session.phone-code-wrong', kind: 'unauthenticated' },
} as const satisfies Record<string, RefusalType>
