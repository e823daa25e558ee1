import type { ThemePackage } from '#modules/catalogue/schema/theme.ts'
import { SPOKEN_WORDS } from './corrections.ts'
import { departmentOf } from './departments.ts'
import { keyOf, settled } from './facts.ts'
import type { ItemFact, ThemeFact } from './facts.ts'

/** The department that a theme's facts name, by the first of its items that the department owns. */
function leadOf(theme: ThemeFact, facts: readonly (ItemFact & { readonly department: string })[], leadDepartment: string): string {
  const items = [...theme.steps.flatMap((step) => step.items), ...theme.conditionalItems]
  const own = items.find((item) => facts.some((fact) => fact.id === item.id && fact.department === leadDepartment)) ?? items[0]
  if (own === undefined) throw new Error(`theme ${theme.id} has no items`)
  return departmentOf(own.id).key
}

/** One theme package of the catalogue from its facts. */
export function themeOf(
  theme: ThemeFact & { readonly leadDepartment: string },
  facts: readonly (ItemFact & { readonly department: string })[],
  renamed: (item: string, material: string) => string,
): ThemePackage {
  const keys = (items: readonly { readonly id: string }[]) => items.map((item) => keyOf(item.id))
  return {
    key: keyOf(theme.id),
    name: theme.name,
    formalName: theme.formalName,
    lifeStage: theme.lifeStage,
    leadDepartment: leadOf(theme, facts, theme.leadDepartment),
    serviceObjects: theme.serviceObject,
    synonyms: [...theme.synonyms, ...(SPOKEN_WORDS[theme.id] ?? [])],
    steps: theme.steps.map(({ step, mode, items }) => ({
      step,
      mode: mode === 'parallel' ? 'PARALLEL' : 'SERIAL',
      items: items.map((item) => ({ item: keyOf(item.id), when: item.when ?? null })),
    })),
    conditionalItems: keys(theme.conditionalItems),
    orderConstraints: theme.orderConstraints.map(({ before, after, why }) => ({ before: keyOf(before), after: keyOf(after), why })),
    mergedMaterials: theme.mergedMaterials.map(({ name, shared, members }) => ({
      name,
      shared,
      members: members.map(({ item, material }) => ({ item: keyOf(item), material: renamed(item, material) })),
    })),
    materialCount: { separate: theme.materialCount.separate, merged: theme.materialCount.merged, obtainedBySharing: theme.materialCount.obtainedBySharing },
    questions: theme.scenarioQuestions.map(({ question, options }, at) => ({
      key: `q${at + 1}`,
      question: asked(question),
      options: options.map(({ answer, adds, removes }, optionAt) => ({ key: `a${optionAt + 1}`, label: answer, adds: keys(adds), removes: keys(removes) })),
    })),
    notes: theme.notes.map((note) => settled(note, 'recalled').text),
    mark: 'recalled',
  }
}

/** A question as a page asks it: with its mark, and with 你 like every screen. */
function asked(question: string): string {
  const plain = question.replaceAll('您', '你')
  return /[？?]$/.test(plain) ? plain : `${plain}？`
}
