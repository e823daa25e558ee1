import { z } from 'zod'
import { FormValues } from '../../schema.ts'

export const applySteps = ['situation', 'form', 'materials', 'review'] as const
export type ApplyStep = (typeof applySteps)[number]

const Choice = z.array(z.string().max(60)).max(20)

/** What stands in the place of one material so far. */
const Given = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('file'), fileId: z.uuid(), name: z.string().max(255) }),
  z.strictObject({ by: z.literal('certificate'), identifier: z.string().max(128) }),
  z.strictObject({ by: z.literal('gap') }),
  z.strictObject({ by: z.literal('pledge') }),
])
export type Given = z.infer<typeof Given>

const Delivery = z.strictObject({
  kind: z.enum(['electronic', 'post', 'window', 'terminal']),
  hallId: z.string().max(60),
  name: z.string().max(50),
  phone: z.string().max(20),
  address: z.string().max(200),
})

/**
 * An application that is being filled in. It travels in a hidden field from step to step, so that nothing is kept of somebody
 * who stops; operations check all of it again when it is filed.
 */
export const Draft = z.strictObject({
  /** Makes filing happen once, however often the button is pressed. */
  key: z.uuid(),
  /** Empty: the person who is signed in. */
  applicantId: z.union([z.uuid(), z.literal('')]),
  answers: z.record(z.string().max(60), Choice),
  /** Questions that were on the page when it was sent: only those can have been forgotten. */
  asked: z.array(z.string().max(60)).max(50),
  form: FormValues,
  materials: z.record(z.string().max(60), Given),
  delivery: Delivery,
})
export type Draft = z.infer<typeof Draft>

/** An application of which nothing is known but the answers given in the guide. */
export function newDraft(answers: Readonly<Record<string, readonly string[]>>): Draft {
  return {
    key: crypto.randomUUID(),
    applicantId: '',
    answers: Object.fromEntries(Object.entries(answers).map(([question, chosen]) => [question, [...chosen]])),
    asked: [],
    form: {},
    materials: {},
    delivery: { kind: 'electronic', hallId: '', name: '', phone: '', address: '' },
  }
}

/** The draft in a posted form; undefined when it is missing or was tampered with. */
export function readDraft(form: FormData): Draft | undefined {
  const text = form.get('draft')
  if (typeof text !== 'string') return undefined
  const parsed = Draft.safeParse(parseJson(text))
  return parsed.success ? parsed.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Answers given in the guide, from the address: `a.<question>=<option>`. Whoever made them up is told so by the guide. */
export function answersInAddress(params: URLSearchParams): Record<string, string[]> {
  const questions = [...new Set(params.keys())].filter((name) => name.startsWith('a.'))
  return Object.fromEntries(questions.map((name) => [name.slice(2), params.getAll(name)]))
}
