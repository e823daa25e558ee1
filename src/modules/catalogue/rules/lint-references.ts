import type { Condition } from '../schema/scenario.ts'
import type { ItemVersion } from '../schema/item-version.ts'
import { errorAt } from './finding.ts'
import type { Finding, LintRule } from './finding.ts'

/** Every condition of a version with the pointer of its place. */
function conditionsOf(version: ItemVersion): readonly (readonly [string, Condition])[] {
  return [
    ...version.scenarios.map((one, at) => [`/scenarios/${at}/showWhen`, one.showWhen] as const),
    ...version.materials.map((one, at) => [`/materials/${at}/when`, one.when] as const),
    ...version.route.steps.map((one, at) => [`/route/steps/${at}/when`, one.when] as const),
    ...version.specialProcedures.map((one, at) => [`/specialProcedures/${at}/when`, one.when] as const),
    ...version.handlingItems.map((one, at) => [`/handlingItems/${at}/when`, one.when] as const),
    ...version.form.sections.flatMap((section, at) =>
      section.fields.map((field, fieldAt) => [`/form/sections/${at}/fields/${fieldAt}/showWhen`, field.showWhen] as const),
    ),
  ]
}

function repeated(keys: readonly string[]): readonly string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at)
}

/** REF: conditions ask questions that exist, and keys are unique within their list. */
export const referencesHold: LintRule = (version) => {
  const options = new Map(version.scenarios.map((scenario) => [scenario.key, new Set(scenario.options.map((option) => option.key))]))
  const dangling = conditionsOf(version).flatMap(([pointer, condition]) =>
    condition.flatMap(({ question, anyOf }): Finding[] =>
      anyOf.filter((option) => !options.get(question)?.has(option)).map((option) => errorAt('REF', pointer, 'unknown-answer', { question, option })),
    ),
  )
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['/scenarios', version.scenarios.map((one) => one.key)],
    ['/materials', version.materials.map((one) => one.key)],
    ['/route/steps', version.route.steps.map((one) => one.key)],
    ['/form/sections', version.form.sections.flatMap((section) => section.fields.map((field) => field.key))],
  ]
  return [...dangling, ...lists.flatMap(([pointer, keys]) => repeated(keys).map((key) => errorAt('REF', pointer, 'key-twice', { key })))]
}
