import { z } from 'zod'
import { DeclineReason, EventGrade, EventSource, Level, PhotoStage } from './schema.ts'

/** An event as its reader may see it. */
export const ShownEvent = z.object({
  number: z.string(),
  state: z.string(),
  version: z.number().int(),
  level: Level,
  source: EventSource,
  category: z.string(),
  cellId: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  commands: z.array(z.string()),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  clocks: z.array(z.object({ name: z.string(), dueAt: z.string(), overdue: z.boolean(), provisional: z.boolean() })),
  leadUnitId: z.string().nullable(),
  report: z.object({ description: z.string().nullable(), address: z.string().nullable(), reporter: z.string().nullable(), phone: z.string().nullable() }),
  photos: z.array(z.object({ fileId: z.string(), stage: PhotoStage, takenAt: z.string() })),
  moves: z.array(z.object({ command: z.string(), fromLevel: Level, toLevel: Level, unitId: z.string(), at: z.string() })),
  notes: z.array(z.object({ command: z.string(), at: z.string(), text: z.string().nullable() })),
  declined: DeclineReason.nullable(),
  returns: z.number().int(),
  reworks: z.number().int(),
  extended: z.boolean(),
  reviewOn: z.string().nullable(),
  grade: EventGrade.nullable(),
  orderNumber: z.string().nullable(),
  componentCode: z.string().nullable(),
})
export type ShownEvent = z.input<typeof ShownEvent>
