import { z } from 'zod'
import type { Ctx } from '#kernel/contract/operation.ts'
import { readDecision } from '#modules/cases/index.ts'
import { readAnswer } from '#modules/disclosure/index.ts'
import { readReply } from '#modules/hotline/index.ts'
import type { RepliedKind, SampledReply } from './store/samples.ts'

/** What was asked and what was replied, part by part, and nothing of who asked. */
export const ReadSampled = z.object({ asked: z.string().nullable(), parts: z.array(z.object({ name: z.string(), text: z.string() })) })
type ReadSampled = z.input<typeof ReadSampled>

const readers: Readonly<Record<RepliedKind, (ctx: Ctx, number: string) => Promise<{ readonly asked: string | null; readonly parts: readonly { readonly name: string; readonly text: string }[] } | undefined>>> = {
  workOrder: readReply,
  case: readDecision,
  disclosureRequest: readAnswer,
}

/** The words of a drawn reply, which is why its matter may be read at all; undefined where its business keeps it from this caller (H-11). */
export async function readSampled(ctx: Ctx, { kind, number }: Pick<SampledReply, 'kind' | 'number'>): Promise<ReadSampled | undefined> {
  const read = await readers[kind](ctx, number)
  return read && { asked: read.asked, parts: [...read.parts] }
}
