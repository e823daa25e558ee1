import { defineLifecycle } from '#kernel/lifecycle/lifecycle.ts'

/** The national state codes (证照状态), by the words of the glossary; 99 其他 is not used by this office. */
export const certificateState = {
  valid: '01',
  withheld: '02',
  rescinded: '03',
  deregistered: '04',
  expired: '05',
  transferred: '06',
  revoked: '07',
} as const
export type CertificateState = (typeof certificateState)[keyof typeof certificateState]

const { valid, withheld, rescinded, deregistered, expired, transferred, revoked } = certificateState
const manage = 'certificates:manage'

/**
 * The life of a certificate (rule D-06): withheld and restored; a transfer may be cancelled; what is rescinded, revoked,
 * deregistered or expired stays so, and whoever wants one again gets a new identifier. A certificate is no matter, but its
 * states and commands are data in the same form.
 */
export const certificateLifecycle = defineLifecycle({
  kind: 'certificate',
  initial: valid,
  states: {
    [valid]: { phase: 'open' },
    [withheld]: { phase: 'waiting' },
    [rescinded]: { phase: 'closed' },
    [deregistered]: { phase: 'closed' },
    [expired]: { phase: 'closed' },
    [transferred]: { phase: 'waiting' },
    [revoked]: { phase: 'closed' },
  },
  commands: {
    withhold: { from: [valid], to: [withheld], permission: manage },
    restore: { from: [withheld], to: [valid], permission: manage },
    rescind: { from: [valid, withheld], to: [rescinded], permission: manage },
    revoke: { from: [valid, withheld], to: [revoked], permission: manage },
    deregister: { from: [valid, withheld], to: [deregistered], permission: manage },
    'transfer-out': { from: [valid], to: [transferred], permission: manage },
    'cancel-transfer': { from: [transferred], to: [valid], permission: manage },
    // Also after the last day: a renewal that was asked for in time may be decided later (行政许可法 art. 50).
    replace: { from: [valid, expired], to: [expired], permission: manage },
    expire: { from: [valid, withheld], to: [expired], permission: 'certificates:apply-law' },
  },
})

export type CertificateCommand = keyof typeof certificateLifecycle.commands

/** The commands that somebody gives with a reason; `replace` comes with a new certificate, `expire` with the calendar. */
export type StateChange = Exclude<CertificateCommand, 'replace' | 'expire'>

/** The state that each of them leads to. */
export const stateAfter = {
  withhold: withheld,
  restore: valid,
  rescind: rescinded,
  revoke: revoked,
  deregister: deregistered,
  'transfer-out': transferred,
  'cancel-transfer': valid,
} as const satisfies Readonly<Record<StateChange, CertificateState>>

/** National operation codes (证照操作), written with every event; 02 stands for renewal and change alike. */
export const operationCode: Readonly<Record<CertificateCommand, string>> = {
  withhold: '03',
  restore: '06',
  rescind: '05',
  revoke: '05',
  deregister: '05',
  'transfer-out': '05',
  'cancel-transfer': '10',
  replace: '02',
  expire: '04',
}

/** A first issue, and the issue of a renewed or changed certificate, have codes of their own. */
export const issueCode = { first: '01', renewed: '02' } as const
