import { fine, refuse, type FieldFault, type Verdict } from '#kernel/errors/refusal.ts'
import { disclosureErrors } from '../errors.ts'
import { ANSWER_FORMS, ANSWER_PARTS, type AnswerDraft, tellsChannel } from '../schema.ts'

/** Whether an answer says what its kind asks for and nothing of another kind (O-08, O-09, O-14). */
export function checkAnswer(draft: AnswerDraft): Verdict {
  const { needs, grounds, mayAttach } = ANSWER_FORMS[draft.kind]
  const needed = tellsChannel(draft.kind, draft.ground) ? [...needs, 'told' as const] : needs
  const missing = needed.filter((part) => draft[part] === undefined)
  if (missing.length > 0) return refuse(disclosureErrors.answerIncomplete, { kind: draft.kind, missing }, missing.map((part): FieldFault => ({ pointer: `/${part}`, code: disclosureErrors.answerIncomplete.code })))
  const foreign = ANSWER_PARTS.filter((part) => draft[part] !== undefined && !needed.includes(part))
  if (foreign.length > 0 || (draft.fileIds.length > 0 && !mayAttach)) return refuse(disclosureErrors.answerMixed, { kind: draft.kind, foreign }, foreign.map((part): FieldFault => ({ pointer: `/${part}`, code: disclosureErrors.answerMixed.code })))
  if (draft.ground !== undefined && !grounds.includes(draft.ground)) return refuse(disclosureErrors.groundForeign, { kind: draft.kind, ground: draft.ground })
  return fine
}

export interface EarlierAnswer {
  readonly sameApplicant: boolean
  readonly sameUnit: boolean
  readonly sameRecord: boolean
  readonly answered: boolean
}

/** Only what the same applicant asked of the same agency and was answered is a repetition (art. 36(6), O-15). */
export function checkRepetition(earlier: EarlierAnswer | undefined): Verdict {
  const repeats = earlier !== undefined && earlier.sameApplicant && earlier.sameUnit && earlier.sameRecord && earlier.answered
  return repeats ? fine : refuse(disclosureErrors.earlierUnfit, {}, [{ pointer: '/earlierNumber', code: disclosureErrors.earlierUnfit.code }])
}
