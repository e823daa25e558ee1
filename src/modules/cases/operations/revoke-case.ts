import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { addLimit } from '#kernel/time/limits.ts'
import { allDropped } from '#kernel/time/open-clocks.ts'
import { changeCertificateState } from '#modules/certificates/index.ts'
import { caseErrors } from '../errors.ts'
import { itemOf } from '../item-of.ts'
import { issueCaseDocument } from '../issue-document.ts'
import { mustBeHead } from '../must-be-head.ts'
import { recordCaseStep } from '../record-step.ts'
import { clockNames, openClock } from '../rules/clocks.ts'
import { checkRevocation, revocationGrounds } from '../rules/revocation.ts'
import { caseSettings } from '../settings.ts'
import { tellParties } from '../tell-parties.ts'
import { defineCaseCommand } from './case-command.ts'

/** 撤销: a grant is taken back by the head on a ground of 行政许可法 art. 69, the certificate with it. Never by reopening the case (C-17). */
export const revokeCase = defineCaseCommand({
  name: 'cases.revoke-case',
  command: 'revoke',
  summary: 'Revokes a grant with facts, legal basis and remedies; rescinds the certificate',
  fields: { ground: z.enum(revocationGrounds).default('deception'), facts: z.string().min(1).max(1000), legalBasis: z.string().min(1).max(200) },
  refusals: [caseErrors.notHead, caseErrors.notUnrectified],
  example: { facts: '取得许可时提交的材料系伪造', legalBasis: '《中华人民共和国行政许可法》第六十九条第二款' },
  async run(ctx, record, { ground, facts, legalBasis }) {
    const item = await itemOf(ctx, record)
    if (ctx.caller.kind === 'staff') await mustBeHead(ctx, record.matter.leadUnitId ?? item.department, 'revokePermit')
    must(checkRevocation(ground, record.detail.pledge_checked, openClock(record.matter.timers, clockNames.rectification) !== undefined))
    const identifier = record.detail.certificate_identifier
    const document = await issueCaseDocument(ctx, record, {
      kind: 'revocation',
      item,
      data: { grantedOn: dayOf(record.detail.decided_at ?? ctx.now), grantNumber: record.matter.number, facts, legalBasis, certificateName: item.result.name ?? item.name, certificateNumber: identifier ?? record.matter.number, returnBy: addLimit(ctx.services.legalCalendar.of(record.matter), ctx.now, settingsAt(ctx, caseSettings).delivery).day },
    })
    if (identifier !== null) await changeCertificateState(ctx, { identifier, operation: 'rescind', reason: document.number })
    const changed = await recordCaseStep(ctx, record, {
      command: 'revoke',
      to: 'revoked',
      outcome: 'revoked',
      timers: allDropped(record.matter.timers, { at: ctx.now, reason: 'revoked' }),
      endTasks: ['issue', 'deliver', 'revoke'],
      detail: { ground, document: document.number, certificate: identifier },
    })
    await tellParties(ctx, changed, 'revoked')
    return { record: changed, documents: [document] }
  },
})
