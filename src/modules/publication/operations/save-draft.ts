import { z } from 'zod'
import { must } from '#kernel/errors/refusal.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { settingsAt } from '#kernel/settings/settings-at.ts'
import { dayOf } from '#kernel/time/day.ts'
import { publicationErrors } from '../errors.ts'
import { defineRecordCommand } from '../record-command.ts'
import { clockOf, dropped } from '../rules/clocks.ts'
import { checkElements } from '../rules/elements.ts'
import { checkIdentityNumbers } from '../rules/numbers-in-text.ts'
import { RecordFiling, RecordNumber, RecordText } from '../schema.ts'
import { publicationSettings } from '../settings.ts'
import { updateEdition } from '../store/records.ts'

/** Class, theme and whether it answers a concern stay as they were first published: figures of a period never change afterwards. */
export const saveDraft = defineRecordCommand({
  name: 'publication.save-draft',
  command: 'save',
  summary: 'Writes the text of a draft anew',
  input: z.object({ ...RecordFiling.shape, ...RecordText.shape, number: RecordNumber, expectedVersion: z.coerce.number().int().optional() }),
  refusals: [publicationErrors.elementsRefused, publicationErrors.identityNumberFound],
  example: { class: 'workNews', theme: 'otherLaw', title: '上半年工作总结', summary: '上半年登记、监管和投诉处理情况。', body: '上半年新登记市场主体一千三百户。', createdOn: '2026-09-04' },
  async effect(ctx, { record, who }, { number: _number, expectedVersion: _version, class: filed, theme, needsInterpretation, answersConcern, ...text }) {
    const rules = settingsAt(ctx, publicationSettings)
    const { matter, text: before } = record
    const isFirst = record.publishedEdition === null
    const filing = isFirst ? { class: filed, theme } : { class: record.class, theme: record.theme }
    const concern = isFirst ? answersConcern : record.answersConcern
    must(checkElements({ ...text, ...filing, isInterpretation: record.interprets !== null }, { today: dayOf(ctx.now), normativeValidity: rules.normativeValidity }))
    must(checkIdentityNumbers(text))
    await updateEdition(ctx.db, matter.id, { ...before, ...text, writers: [...new Set([...before.writers, who.actor])] })
    const moved = isFirst && text.createdOn !== before.createdOn
    return {
      to: 'draft',
      ...(moved && {
        timers: [...dropped(matter.timers, 'publish', { at: ctx.now, reason: 'created-on-corrected' }), clockOf('publish', { id: newId(ctx.now.getTime()), unitId: record.unitId, from: text.createdOn, rules })],
        detail: { createdOn: text.createdOn },
      }),
      change: { ...filing, needs_interpretation: needsInterpretation, answers_concern: concern },
    }
  },
})
