import { z } from 'zod'

/** 办件编号: checked for shape on entry, so that a mistyped one is told apart from an unknown one only by not being found. */
export const CaseNumber = z.string().min(10).max(50).regex(/^[0-9A-Z]+$/)

export const FormValue = z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)])
export const FormValues = z.record(z.string().max(60), FormValue)

export const Answers = z.record(z.string().max(60), z.array(z.string().max(60)).max(20))

/** What is handed in for one material: an uploaded or scanned file, paper seen at the window, an electronic certificate, or a promise. */
export const OfferedMaterial = z.discriminatedUnion('by', [
  z.strictObject({ material: z.string().max(60), by: z.literal('file'), fileId: z.uuid() }),
  z.strictObject({ material: z.string().max(60), by: z.literal('paper'), copies: z.int().min(1).max(99).default(1) }),
  z.strictObject({ material: z.string().max(60), by: z.literal('certificate'), identifier: z.string().max(120) }),
  z.strictObject({ material: z.string().max(60), by: z.literal('gap') }),
  z.strictObject({ material: z.string().max(60), by: z.literal('pledge') }),
])
export type OfferedMaterial = z.infer<typeof OfferedMaterial>

export const Delivery = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('electronic') }),
  z.strictObject({ kind: z.literal('window'), hallId: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal('terminal'), hallId: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal('post'), name: z.string().min(1).max(50), phone: z.string().regex(/^1\d{10}$/), address: z.string().min(5).max(200) }),
])
export type Delivery = z.infer<typeof Delivery>

export const CHANNELS = ['online', 'mobile', 'terminal', 'window', 'post'] as const

/** The applicant's word that what he files is true (行政许可法 art. 31). `version` names the words that he read: those of `cases.get-declaration`. */
export const Declaration = z.strictObject({ declared: z.literal(true), version: z.int().min(1) })
export type Declaration = z.infer<typeof Declaration>

/** A declaration as the pages of its case show it. */
export const DeclarationMade = z.object({ version: z.int(), text: z.string(), name: z.string(), at: z.string(), takenBy: z.string().nullable() })
export type DeclarationMade = z.infer<typeof DeclarationMade>

/** An application. `applicantId` is the subject for whom it is filed; without it the person who is signed in. */
export const SubmitCaseInput = z.strictObject({
  implementCode: z.string().length(31),
  applicantId: z.uuid().optional(),
  /** A clerk files what came to the window or by post, else it is filed online or at a terminal; `window` and `online` unless told. */
  channel: z.enum(CHANNELS).optional(),
  windowId: z.string().max(60).optional(),
  hallId: z.string().max(60).optional(),
  answers: Answers.default({}),
  form: FormValues.default({}),
  materials: z.array(OfferedMaterial).max(100).default([]),
  pledge: z.boolean().default(false),
  renews: z.string().max(120).optional(),
  delivery: Delivery.default({ kind: 'electronic' }),
  declaration: Declaration,
  /** The draft that is filed with it. */
  draftId: z.uuid().optional(),
})
export type SubmitCaseInput = z.infer<typeof SubmitCaseInput>

export const Defect = z.strictObject({ material: z.string().max(60), standard: z.int().min(0).max(20).nullable(), note: z.string().max(500).default('') })

/** What every command answers with: where the case now stands and what may be done next. */
export const CaseAnswer = z.object({
  number: z.string(),
  state: z.string(),
  version: z.int(),
  outcome: z.string().nullable(),
  commands: z.array(z.string()),
  dueOn: z.string().nullable(),
  /** The day rests on a year whose arrangement is not published yet and may still move (T-14). */
  dueProvisional: z.boolean(),
  documents: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string() })),
  certificate: z.string().nullable(),
})
export type CaseAnswer = z.infer<typeof CaseAnswer>

export const DRAFT_STEPS = ['situation', 'form', 'materials', 'review'] as const

/** What stands in the place of one material so far. */
export const GivenMaterial = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('file'), fileId: z.uuid(), name: z.string().max(255) }),
  z.strictObject({ by: z.literal('certificate'), identifier: z.string().max(128) }),
  z.strictObject({ by: z.literal('gap') }),
  z.strictObject({ by: z.literal('pledge') }),
])
export type GivenMaterial = z.infer<typeof GivenMaterial>

/** An application that is being filled in: anything of it may still be missing or wrong, filing checks all of it. */
export const DraftContent = z.strictObject({
  /** Empty: the person who is signed in. */
  applicantId: z.union([z.uuid(), z.literal('')]).default(''),
  answers: Answers.default({}),
  form: FormValues.default({}),
  materials: z.record(z.string().max(60), GivenMaterial).default({}),
  delivery: z
    .strictObject({
      kind: z.enum(['electronic', 'post', 'window', 'terminal']),
      hallId: z.string().max(60),
      name: z.string().max(50),
      phone: z.string().max(20),
      /** Code of the region in which the address lies; empty where the address says it itself. */
      region: z.string().regex(/^\d{0,12}$/).default(''),
      address: z.string().max(200),
    })
    .default({ kind: 'electronic', hallId: '', name: '', phone: '', region: '', address: '' }),
})
export type DraftContent = z.infer<typeof DraftContent>

export const Page = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: z.string().max(200).optional() })
