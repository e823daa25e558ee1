import { z } from 'zod'
import { Refusal } from '#kernel/errors/refusal.ts'
import { gridErrors } from '../errors.ts'
import { defineEventCommand } from '../event-command.ts'
import { EventGrade, EventNumber } from '../schema.ts'

/** 评价 by the centre, of what the office collected itself; whoever reported an event rates it with number and code. */
export const evaluateEvent = defineEventCommand({
  name: 'grid.evaluate-event',
  command: 'evaluate',
  summary: 'Evaluates how a concluded event was handled',
  input: z.object({ number: EventNumber, grade: EventGrade }),
  example: { grade: 'satisfied' },
  effect(_ctx, { event }, { grade }) {
    if (event.queryCodeHash !== null) throw new Refusal(gridErrors.notYourPart)
    return { to: 'evaluated', detail: { grade }, change: { grade } }
  },
})
