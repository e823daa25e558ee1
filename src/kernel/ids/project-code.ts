import { fineWith, refuse, type Verdict } from '#kernel/errors/refusal.ts'
import { refusals } from './errors.ts'
import type { Brand } from './new-id.ts'

/** 项目代码: 24 characters, time – area – guiding department – project type – random part with check digit. */
export type ProjectCode = Brand<string, 'ProjectCode'>

/**
 * Checks the shape of a project code (P-01, GB/T 40058-2021, 发改投资〔2020〕1439号). Since November 2020 the first segment is
 * YYMM; codes given out before, from 2015 on, have the year there. The rule for the last character is not public, so it is not checked.
 */
export function checkProjectCode(text: string): Verdict<ProjectCode> {
  if (text.length !== 24) return refuse(refusals.projectCodeLength)
  if (!/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(text)) return refuse(refusals.projectCodeShape)
  const time = Number(text.slice(0, 4))
  const month = time % 100
  const oldYear = time >= 2015 && time <= 2020
  const yearAndMonth = time >= 2011 && month >= 1 && month <= 12
  return oldYear || yearAndMonth ? fineWith(text as ProjectCode) : refuse(refusals.projectCodeMonth)
}
