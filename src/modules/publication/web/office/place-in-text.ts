import type { FieldProblem } from '#ui/error-summary.tsx'
import { problemsOf, type RefusalShown } from '#web/refusals.ts'
import { say } from '../text.ts'

/** The lines of an error summary; a number in the text is told with its place, line and sign. */
export function problemsInText(refusal: RefusalShown, idOf?: (pointer: string) => string): readonly FieldProblem[] {
  return problemsOf(refusal, idOf).map(({ id, text }, at) => ({ id, text: withPlace(text, refusal.fields[at]?.detail) }))
}

function withPlace(text: string, detail: string | undefined): string {
  const [, line, column, masked] = /^(\d+):(\d+) (.+)$/.exec(detail ?? '') ?? []
  return line === undefined || column === undefined || masked === undefined ? text : say('found.problem', { text, line, column, masked })
}
