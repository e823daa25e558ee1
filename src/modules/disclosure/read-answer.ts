import type { Ctx } from '#kernel/contract/operation.ts'
import texts from './locales/zh-CN.json' with { type: 'json' }
import type { AnswerDraft, WantedRecord } from './schema.ts'
import { findRequest } from './store/requests.ts'

const statements = ['reason', 'legalBasis', 'told', 'provided', 'withheldPart'] as const

/** Which record was asked for and what was answered, and nothing of who applied. */
export interface ReadAnswer {
  readonly asked: string | null
  readonly parts: readonly { readonly name: 'kind' | 'ground' | (typeof statements)[number]; readonly text: string }[]
}

/** An answered application for whoever gives the answer a second look, which the caller of this function decides; undefined where nothing was answered. */
export async function readAnswer(ctx: Ctx, number: string): Promise<ReadAnswer | undefined> {
  const request = await findRequest(ctx.db, number, false)
  if (request === undefined || request.answeredAt === null || request.sealedAnswer === null) return undefined
  const { vault } = ctx.services
  const record = await vault.open<WantedRecord>(ctx.db, request.applicantId, request.sealedRecord)
  const answer = await vault.open<AnswerDraft>(ctx.db, request.applicantId, request.sealedAnswer)
  if (answer === undefined) return { asked: null, parts: [] }
  return {
    asked: record?.title ?? null,
    parts: [
      { name: 'kind', text: texts.answerKinds[answer.kind] },
      ...(answer.ground === undefined ? [] : [{ name: 'ground' as const, text: texts.grounds[answer.ground] }]),
      ...statements.flatMap((name) => (answer[name] === undefined ? [] : [{ name, text: answer[name] }])),
    ],
  }
}
