import { z } from 'zod'
import { anonymous } from '#kernel/access/caller.ts'
import { defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { instantText } from '#kernel/time/instant-text.ts'
import { getHall, getOffice, getUnit, organisationErrors } from '#modules/organisation/index.ts'
import { stageOf } from '../complaint-command.ts'
import { supervisionErrors } from '../errors.ts'
import { openOwnMatter } from '../open-own-matter.ts'
import { ComplaintNumber, Key } from '../schema.ts'
import { insertComplaint } from '../store/complaints.ts'
import { tellUnit } from '../tell.ts'

/** A complaint about how somebody was served. The matter has no subject and the ledger names no person, so that the unit does not learn who it was. */
export const fileComplaint = defineOperation({
  name: 'supervision.file-complaint',
  summary: 'Files a complaint about service; who filed it stays hidden from the unit',
  kind: 'command',
  http: { method: 'POST', path: '/service-complaints', status: 201 },
  access: { permission: 'supervision:complain' },
  rate: { perMinute: 10 },
  input: z.object({
    unitId: Key,
    hallId: Key.optional(),
    windowNumber: z.coerce.number().int().min(1).max(999).optional(),
    title: z.string().trim().min(2).max(60),
    content: z.string().trim().min(5).max(3000),
  }),
  output: z.object({ number: ComplaintNumber, acceptDueAt: z.string() }),
  refusals: [organisationErrors.unitUnknown, organisationErrors.hallUnknown, supervisionErrors.notYourPart],
  examples: [{ summary: 'Sent away at the window', input: { unitId: 'shichang-jianguan', hallId: 'qu-zhengwu', windowNumber: 12, title: '窗口推诿', content: '材料齐全却让我明天再来，也不说明理由。' } }],
  async run(ctx, { unitId, hallId, windowNumber, title, content }) {
    const { caller } = ctx
    if (caller.kind !== 'person') throw new Refusal(supervisionErrors.notYourPart)
    await getUnit(ctx.db, unitId)
    if (hallId !== undefined) await getHall(ctx.db, hallId)
    const office = await getOffice(ctx.db)
    const { timer, task } = await stageOf(ctx, 'acceptComplaint')
    if (task.dueAt === undefined) throw new Error('a new clock has a due date')
    const id = newId(ctx.now.getTime())
    const { number } = await openOwnMatter(ctx, { id, kind: 'serviceComplaint', leadUnitId: office.id, channel: 'web', hallId: hallId ?? null }, { command: 'file', to: 'filed', actor: anonymous, detail: { unitId }, timers: [timer], assign: [task] })
    const sealedText = await ctx.services.vault.seal(ctx.db, caller.id, { title, content })
    await insertComplaint(ctx.db, { id, personId: caller.id, unitId, hallId: hallId ?? null, windowNumber: windowNumber ?? null, sealedText, acceptDueAt: task.dueAt })
    await tellUnit(ctx, { unitId: office.id, role: 'inspector', matterId: id }, 'complaint-filed', { number })
    return { number, acceptDueAt: instantText(task.dueAt) }
  },
})
