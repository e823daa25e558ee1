import { z } from 'zod'

/** 非常满意 5, 满意 4, 基本满意 3, 不满意 2, 非常不满意 1 (E-01). */
export const Grade = z.coerce.number().int().min(1).max(5)

/** 咨询, 申报, 补正, 缴费, 签收（办结） */
export const ServiceEventKind = z.enum(['consult', 'submit', 'correct', 'pay', 'close'])
export type ServiceEventKind = z.infer<typeof ServiceEventKind>

/** 评价渠道, in the order of the national codes 1 to 5. */
export const ReviewChannel = z.enum(['web', 'mobile', 'qrCode', 'hallTablet', 'hallTerminal'])
export type ReviewChannel = z.infer<typeof ReviewChannel>

/** Why a review does not count: malicious, without content, or not what happened. */
export const ExclusionGround = z.enum(['malicious', 'empty', 'untrue'])
export type ExclusionGround = z.infer<typeof ExclusionGround>

/** What checking a bad review found: clear and reasonable, complex, or a wish that the law does not allow, to be explained. */
export const Finding = z.enum(['clear', 'complex', 'noLegalBasis'])
export type Finding = z.infer<typeof Finding>

/** What the evaluator said when called back; `anonymous`: there is nobody to call, the published reply stands for it. */
export const CallbackResult = z.enum(['satisfied', 'dissatisfied', 'unreachable', 'anonymous'])
export type CallbackResult = z.infer<typeof CallbackResult>

/** 评价指标: the codes of the national exchange; the first digit is the grade to which a code belongs. */
export const REASONS = [
  '510', '511', '512', '513', '514', '515', '516', '517',
  '406', '407', '408', '409', '410', '411', '412', '413',
  '307', '308', '309', '310', '311', '312', '313', '314',
  '207', '208', '209', '210', '211', '212', '213', '214',
  '108', '109', '110', '111', '112', '113', '114', '115',
] as const
export const Reason = z.enum(REASONS)

/** The note of a handler; whoever writes it leaves names and numbers out. */
export const Note = z.string().trim().min(1).max(1000)

export const CaseNumber = z.string().min(1).max(50)
export const RectificationNumber = z.string().regex(/^HPZG\d{12}$/)

/** One evaluation, as a form or another system sends it. */
export const Rating = z
  .object({
    number: CaseNumber,
    /** Which service of the case; the latest that is not yet evaluated unless told. */
    serviceNumber: z.coerce.number().int().positive().optional(),
    grade: Grade,
    reasons: z.array(Reason).max(8).default([]),
    text: z.string().trim().max(150).optional(),
    anonymous: z.boolean().default(false),
    channel: ReviewChannel.default('web'),
    /** From the receipt, for who evaluates without signing in. */
    queryCode: z.string().min(1).max(100).optional(),
  })
  .refine(({ grade, reasons }) => reasons.every((reason) => reason.startsWith(String(grade))), {
    path: ['reasons'],
    params: { code: 'evaluations.reason-of-other-grade' },
  })
