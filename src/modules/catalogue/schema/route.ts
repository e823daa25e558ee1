import { z } from 'zod'
import { TimeLimit } from '#kernel/time/limits.ts'
import { Mark } from './mark.ts'
import { Condition, Key } from './scenario.ts'

/** The five steps of a permit: 受理 审核 审批 办结 送达. */
export const STEP_KINDS = ['ACCEPT', 'REVIEW', 'APPROVE', 'CLOSE', 'DELIVER'] as const
export const StepKind = z.enum(STEP_KINDS)
export type StepKind = z.infer<typeof StepKind>

export const ProcessStep = z.strictObject({
  key: Key,
  kind: StepKind,
  name: z.string().min(1).max(60),
  /** Department key, or `general-window` for whichever hall window accepts. */
  unit: Key,
  role: z.enum(['windowClerk', 'reviewer', 'approver', 'unitHead']),
  /** Steps run in rising order; steps of one parallel group share their order and run side by side. */
  order: z.int().min(1).max(50),
  parallelGroup: Key.nullable(),
  /** 会签: another department gives its opinion and does not decide. */
  countersign: z.boolean(),
  officers: z.int().min(1).max(5),
  internalLimit: TimeLimit.nullable(),
  note: z.string().max(300).nullable(),
  when: Condition,
})
export type ProcessStep = z.infer<typeof ProcessStep>

export const Route = z.strictObject({ steps: z.array(ProcessStep).min(1).readonly() })
export type Route = z.infer<typeof Route>

/** 特别程序: time that 行政许可法 art. 45 leaves out of the limit when it was told in writing. */
export const SpecialProcedure = z.strictObject({
  key: Key,
  kind: z.enum([
    'HEARING',
    'TENDER',
    'AUCTION',
    'INSPECTION',
    'TESTING',
    'QUARANTINE',
    'APPRAISAL',
    'EXPERT_REVIEW',
    'SITE_CHECK',
    'PUBLIC_NOTICE',
    'CONSULTATION',
    'OTHER',
  ]),
  name: z.string().min(1).max(100),
  stopsClock: z.boolean(),
  limit: TimeLimit.nullable(),
  basis: z.string().max(200).nullable(),
  note: z.string().max(300).nullable(),
  mark: Mark,
  when: Condition,
})
export type SpecialProcedure = z.infer<typeof SpecialProcedure>
