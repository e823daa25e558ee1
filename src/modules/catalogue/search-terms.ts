import type { ItemVersion } from './schema/item-version.ts'
import type { ThemePackage } from './schema/theme.ts'

/** Weight of a text in the index, as PostgreSQL's `setweight` has them: A counts most. */
export type SearchWeight = 'A' | 'B' | 'C' | 'D'

/** A piece of an item's record that can be searched, with where it came from. */
export interface SearchTerm {
  readonly text: string
  readonly weight: SearchWeight
  readonly from: 'name' | 'synonym' | 'theme' | 'result' | 'scenario' | 'handlingItem' | 'department' | 'material' | 'law'
}

/** What of an item goes into the index: its names and people's own words first, then themes and results, situations, and laws and papers last. */
export function searchTerms(version: ItemVersion, themes: readonly ThemePackage[]): readonly SearchTerm[] {
  const of = (from: SearchTerm['from'], weight: SearchWeight, texts: readonly (string | null)[]): readonly SearchTerm[] =>
    [...new Set(texts)].filter((text) => text !== null && text !== '').map((text) => ({ text: text ?? '', weight, from }))
  const own = themes.filter((theme) => version.themes.includes(theme.key))
  return [
    ...of('name', 'A', [version.name, version.plainName]),
    ...of('synonym', 'A', version.synonyms),
    ...of(
      'theme',
      'B',
      own.flatMap((theme) => [theme.name, theme.formalName]),
    ),
    ...of('result', 'B', [version.result.name]),
    ...of(
      'handlingItem',
      'B',
      version.handlingItems.map((item) => item.name).filter((name) => name !== version.name),
    ),
    ...of(
      'scenario',
      'C',
      version.scenarios.flatMap((scenario) => scenario.options.map((option) => option.label)),
    ),
    ...of('department', 'C', [version.implementingBody.name]),
    ...of(
      'material',
      'D',
      version.materials.map((material) => material.name),
    ),
    ...of(
      'law',
      'D',
      version.legalBasis.map((basis) => basis.law),
    ),
  ]
}
