import type { RouterContextProvider } from 'react-router'
import type { TimeLimit } from '#kernel/time/limits.ts'
import { call } from './call.ts'

/** A local time limit as it holds today, for a text that names it: the city may change it (decision 0012). */
export async function localLimit(context: Readonly<RouterContextProvider>, key: string): Promise<TimeLimit> {
  const rule = (await call(context, 'kernel.get-rules', { keys: [key] })).rules[key]
  if (!rule?.unit || typeof rule.value === 'string') throw new Error(`${key} is no time limit`)
  return { value: rule.value, unit: rule.unit }
}
