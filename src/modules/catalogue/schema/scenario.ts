import { z } from 'zod'
import { Mark } from './mark.ts'

export const Key = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]*$/)
  .max(60)

/** Holds when every clause has at least one of its options among the answers; without clauses it always holds. */
export const Condition = z.array(z.strictObject({ question: Key, anyOf: z.array(Key).min(1).readonly() })).readonly()
export type Condition = z.infer<typeof Condition>

export const ScenarioOption = z.strictObject({ key: Key, label: z.string().min(1).max(200), effect: z.string().max(500).nullable(), mark: Mark })
export type ScenarioOption = z.infer<typeof ScenarioOption>

/** 情形引导: one question of the guide; national table `dn_audit_item_condition`. */
export const Scenario = z.strictObject({
  key: Key,
  question: z.string().min(1).max(200),
  hint: z.string().max(300).nullable(),
  choose: z.enum(['ONE', 'MANY']),
  options: z.array(ScenarioOption).min(1).readonly(),
  showWhen: Condition,
})
export type Scenario = z.infer<typeof Scenario>

/** Answers of one applicant: question key → chosen option keys. */
export const ScenarioAnswers = z.record(z.string(), z.array(z.string()).readonly())
export type ScenarioAnswers = z.infer<typeof ScenarioAnswers>

/** Whether a condition holds for the answers given so far. */
export function conditionHolds(condition: Condition, answers: ScenarioAnswers): boolean {
  return condition.every((clause) => clause.anyOf.some((option) => answers[clause.question]?.includes(option)))
}
