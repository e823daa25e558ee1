import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { notify } from '#kernel/notify/notify.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { addCalendarDays, dayOf } from '#kernel/time/day.ts'
import zh from '../locales/zh-CN.json' with { type: 'json' }
import { coveredItemTypes } from '../rules/reviews.ts'
import { evaluationSettings } from '../settings.ts'
import { takeInvitees } from '../store/evaluable-events.ts'

const batch = 200

/** E-07: who has evaluated nothing of a case some days after it closed is asked once. Run by the job every day; `more` says that others still wait. */
export const inviteUnevaluated = defineOperation({
  name: 'evaluations.invite-unevaluated',
  summary: 'Invites the persons of closed cases that nobody has evaluated, once each',
  kind: 'command',
  access: { permission: 'evaluations:invite' },
  input: z.object({}),
  output: z.object({ invited: z.number().int(), more: z.boolean() }),
  refusals: [],
  async run(ctx) {
    const closedBy = addCalendarDays(dayOf(ctx.now), -settingsAt(ctx, evaluationSettings).invitation.value)
    const invitees = await takeInvitees(ctx.db, { closedBy, itemTypes: coveredItemTypes, now: ctx.now, limit: batch })
    for (const { personId, matterId, caseNumber, itemName } of invitees) {
      await notify(ctx, {
        recipient: `person:${personId}`,
        subjectId: personId,
        matterId,
        channels: ['in-app', 'sms'],
        template: { key: 'evaluations.invitation', text: zh.messages.invitation },
        params: { item: itemName ?? caseNumber, number: caseNumber },
      })
    }
    return { invited: invitees.length, more: invitees.length === batch }
  },
})
