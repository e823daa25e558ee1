import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { mayManage } from '../access.ts'
import { changeLockedState } from '../change-state.ts'
import { certificateErrors } from '../errors.ts'
import type { StateChange } from '../lifecycle.ts'
import { CertificateIdentifier, CertificateStateCode, Reason } from '../schema.ts'
import { lockCertificate } from '../store/certificate-rows.ts'

/** An operation that changes the state of a certificate, for approvers and the head of the unit that issued it; another unit's certificate is not found. */
export function stateOperation<const Command extends StateChange>(command: Command, summary: string, exampleReason: string) {
  return defineOperation({
    name: `certificates.${command}` as const,
    summary,
    kind: 'command',
    http: { method: 'POST', path: `/certificates/{identifier}/${command}` },
    access: { permission: 'certificates:manage' },
    input: z.object({ identifier: CertificateIdentifier, reason: Reason }),
    output: z.object({ identifier: z.string(), state: CertificateStateCode }),
    refusals: [certificateErrors.unknown, lifecycleRefusals.commandNotAllowed],
    examples: [{ summary, input: { identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U', reason: exampleReason } }],
    async run(ctx, { identifier, reason }) {
      const row = await lockCertificate(ctx.db, identifier)
      if (row === undefined || !mayManage(ctx.caller, row.issuer_unit_id)) throw new Refusal(certificateErrors.unknown)
      const { state } = await changeLockedState(ctx, row, { operation: command, reason })
      return { identifier, state }
    },
  })
}
