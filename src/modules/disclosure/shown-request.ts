import { z } from 'zod'

const Instant = z.string()
const Text = z.string().nullable()

/** An application as a caller of a certain reach may see it. */
export const ShownRequest = z.object({
  number: z.string(),
  version: z.number().int(),
  state: z.string(),
  unitId: z.string(),
  channel: z.string(),
  applicantKind: z.string(),
  wantedForm: z.string(),
  items: z.number().int(),
  arrivedOn: z.string(),
  receivedOn: Text,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  /** As whom the caller sees it, and what he may do now. */
  reach: z.enum(['applicant', 'officer', 'head', 'reader']),
  commands: z.array(z.string()),
  /** Those that run or stand still. */
  clocks: z.array(z.object({ name: z.string(), dueAt: Instant.nullable(), provisional: z.boolean(), overdue: z.boolean() })),
  record: z.object({ title: Text, docNo: Text, features: Text }),
  /** Masked; null for readers. */
  applicant: z.object({ name: Text, idNumber: Text, phone: Text }).nullable(),
  clarification: z.object({ askedAt: Instant, by: z.string(), clarifiedOn: Text }).nullable(),
  extendedAt: Instant.nullable(),
  fee: z.object({ method: z.string(), pages: z.number().int().nullable(), fen: z.number().int(), demandedAt: Instant, paidAt: Instant.nullable(), waivedAt: Instant.nullable() }).nullable(),
  /** Who was asked is told to the disclosure institution alone. */
  consultations: z.array(z.object({ id: z.string(), kind: z.string(), party: Text, askedAt: Instant, dueAt: Instant, provisional: z.boolean(), endedAt: Instant.nullable(), opinion: Text, text: Text })),
  notes: z.array(z.object({ command: z.string(), at: Instant, text: Text })),
  /** A draft for the disclosure institution, an answer for all. */
  answer: z
    .object({ kind: z.string(), ground: Text, reason: Text, legalBasis: Text, told: Text, provided: Text, withheldPart: Text, earlierNumber: Text, ownDraft: z.boolean(), answeredAt: Instant.nullable(), deliveredAt: Instant.nullable() })
    .nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string() })),
  documents: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string(), issuedAt: Instant })),
  /** Other applications for the same record, and documents made of originals: for the disclosure institution. */
  like: z.array(z.object({ number: z.string(), state: z.string(), openedAt: Instant, sameApplicant: z.boolean(), answered: z.boolean() })),
  excerpts: z.array(z.object({ fileId: z.string(), name: z.string(), passages: z.number().int(), pages: z.array(z.number().int()), madeAt: Instant })),
  remedies: z.array(z.object({ kind: z.string(), filedOn: z.string(), result: z.string(), decidedOn: Text })),
})
export type ShownRequest = z.input<typeof ShownRequest>
