import { z } from 'zod'
import { GuidedApplication, UpperOrder } from './schema.ts'

const Guess = z.object({ label: z.string(), share: z.number() })

/** An order as a caller of a certain reach may see it. */
export const ShownOrder = z.object({
  number: z.string(),
  state: z.string(),
  kind: z.string(),
  channel: z.string(),
  category: z.string().nullable(),
  regionCode: z.string(),
  secret: z.boolean(),
  emergency: z.boolean(),
  /** What this caller may do now. */
  commands: z.array(z.string()),
  /** As whom the caller sees it. */
  reach: z.enum(['office', 'main', 'head', 'assistant', 'reader', 'caller']),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  /** Those that run. */
  clocks: z.array(z.object({ name: z.string(), dueAt: z.string(), /** May still move (T-14). */ provisional: z.boolean(), overdue: z.boolean() })),
  outcome: z.string().nullable(),
  leadUnitId: z.string().nullable(),
  assistants: z.array(z.object({ unitId: z.string(), replied: z.boolean() })),
  concernedUnitId: z.string().nullable(),
  designated: z.boolean(),
  /** Who answers for it to the caller (首问负责); not told to the caller. `takenBy`: who took it in, if that was somebody else. */
  firstContact: z.object({ staffId: z.string(), name: z.string(), own: z.boolean(), takenBy: z.string().nullable() }).nullable(),
  /** To whom the asker may pass that on. */
  colleagues: z.array(z.object({ staffId: z.string(), name: z.string() })),
  redos: z.number().int(),
  remindedAt: z.string().nullable(),
  criticisedAt: z.string().nullable(),
  suggestion: z.object({ categories: z.array(Guess), classes: z.array(Guess), units: z.array(Guess) }).nullable(),
  /** Of a secret order a handler reads the office's brief instead, and no place. `brief` is that text, for those who read the appeal. */
  appeal: z.object({ title: z.string().nullable(), content: z.string().nullable(), place: z.string().nullable(), brief: z.string().nullable() }),
  /** Of what came by letter or e-mail; null where the asker may not know who called (H-11). */
  letter: z.object({ writtenOn: z.string().nullable(), arrivedOn: z.string(), fileIds: z.array(z.string()) }).nullable(),
  /** Its number in the hotline above that passed it on; null where the asker may not read what was said there either (H-11). */
  upper: UpperOrder.nullable(),
  /** Masked; null where the asker may not know who called (H-11). */
  caller: z.object({ name: z.string().nullable(), phone: z.string().nullable(), callingNumber: z.string().nullable() }).nullable(),
  reply: z.object({ text: z.string().nullable(), at: z.string().nullable(), articleId: z.string().nullable(), articleVersion: z.number().int().nullable(), application: GuidedApplication.nullable() }).nullable(),
  rejection: z.object({ class: z.string(), told: z.string() }).nullable(),
  originalNumber: z.string().nullable(),
  callback: z.object({ satisfaction: z.string(), solved: z.boolean().nullable(), unitFault: z.boolean().nullable() }).nullable(),
  notes: z.array(z.object({ command: z.string(), byCaller: z.boolean(), at: z.string(), text: z.string().nullable() })),
  returns: z.array(
    z.object({
      id: z.string(),
      unitId: z.string(),
      ground: z.string(),
      basis: z.string(),
      quote: z.string().nullable(),
      fileIds: z.array(z.string()),
      suggestedUnitId: z.string().nullable(),
      claimedAt: z.string(),
      decidedAt: z.string().nullable(),
      upheld: z.boolean().nullable(),
      decidedUnitId: z.string().nullable(),
      reasoning: z.string().nullable(),
    }),
  ),
  /** Reminder and criticism of an overdue order, for everybody but the caller. */
  documents: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string(), issuedAt: z.string() })),
  /** Other orders of the same caller, for the hotline. */
  history: z.array(z.object({ number: z.string(), state: z.string(), kind: z.string(), openedAt: z.string(), title: z.string().nullable() })),
  attachedCase: z.object({ number: z.string(), state: z.string(), leadUnitId: z.string().nullable(), headHash: z.string(), events: z.array(z.object({ at: z.string(), command: z.string(), to: z.string() })) }).nullable(),
})
export type ShownOrder = z.input<typeof ShownOrder>
