import { dueInstantWords } from '#web/day-words.ts'
import { say } from './portal/text.ts'

/** The last moment that is in time, as people say it, marked where it may still move (T-14). */
export function dueWords(instant: string, provisional: boolean): string {
  return say('due', { when: dueInstantWords(instant, provisional) })
}
