import type { Mark } from '#modules/catalogue/schema/mark.ts'
import type { NormKind } from '#modules/catalogue/schema/basis.ts'

type SourceMark = Exclude<Mark, 'localSetting'>

export interface MaterialFact {
  readonly name: string
  readonly kind: 'form' | 'certificate' | 'report' | 'commitment' | 'other'
  readonly source: 'applicant' | 'shared' | 'intermediary'
  readonly basis: string
  readonly mark: SourceMark
}

interface TextFact {
  readonly text: string
  readonly mark: SourceMark
  readonly ref?: readonly string[]
}

/** One item of the collected facts, as far as the catalogue uses it. */
export interface ItemFact {
  readonly id: string
  readonly name: string
  readonly itemType: '01' | '05' | '07' | '09' | '10' | '20'
  readonly serviceObject: readonly ('1' | '2' | '3' | '4' | '5' | '6' | '9')[]
  readonly levels: readonly ('1' | '2' | '3' | '4' | '5' | '6')[]
  readonly handlingKind: '1' | '2'
  readonly legalBasis: readonly {
    readonly law: string
    readonly article: string | null
    readonly says: string
    readonly kind: NormKind
    readonly mark: SourceMark
    readonly version?: string
  }[]
  readonly statutoryLimit: {
    readonly value: number
    readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY'
    readonly months?: number
    readonly note?: string
    readonly extension?: { readonly value: number; readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY' }
  } | null
  readonly statutoryLimitNote: string | null
  readonly specialProcedures: readonly { readonly name: string; readonly stopsClock: boolean; readonly basis: string | null; readonly note?: string }[]
  readonly hearing: { readonly required: 'none' | 'on-request' | 'mandatory' }
  readonly conditions: readonly TextFact[]
  readonly materials: readonly MaterialFact[]
  readonly resultName: string
  readonly resultType: '1' | '2' | '3'
  readonly validity: string | null
  readonly validityNote: string | null
  readonly renewal: string | null
  readonly fee: { readonly charged: boolean; readonly note: string | null; readonly basis: string | null }
  readonly pledgeApproval: { readonly commonlyAllowed: boolean; readonly note: string | null }
  readonly gapTolerant: readonly string[]
  readonly annualRules: readonly TextFact[]
  readonly scenarios: readonly { readonly situation: string; readonly effect: string; readonly mark: SourceMark }[]
  readonly typicalParallelWith?: readonly { readonly id: string }[]
  readonly synonyms: readonly string[]
  readonly faq: readonly { readonly q: string; readonly a: string; readonly mark: SourceMark; readonly ref?: readonly string[] }[]
  readonly notes: readonly TextFact[]
  readonly marks: Readonly<Record<string, { readonly mark: SourceMark; readonly empty?: boolean }>>
}

interface ItemReference {
  readonly id: string
  readonly when?: string
}

/** One theme of the collected facts. */
export interface ThemeFact {
  readonly id: string
  readonly name: string
  readonly formalName: string
  readonly serviceObject: ItemFact['serviceObject']
  readonly lifeStage: string
  readonly synonyms: readonly string[]
  readonly steps: readonly { readonly step: number; readonly mode: 'parallel' | 'single'; readonly items: readonly ItemReference[] }[]
  readonly conditionalItems: readonly ItemReference[]
  readonly orderConstraints: readonly { readonly before: string; readonly after: string; readonly why: string }[]
  readonly mergedMaterials: readonly {
    readonly name: string
    readonly shared: boolean
    readonly members: readonly { readonly item: string; readonly material: string }[]
  }[]
  readonly materialCount: { readonly separate: number; readonly merged: number; readonly obtainedBySharing: number }
  readonly scenarioQuestions: readonly {
    readonly question: string
    readonly options: readonly { readonly answer: string; readonly adds: readonly ItemReference[]; readonly removes: readonly ItemReference[] }[]
  }[]
  readonly notes: readonly string[]
}

/** The key of an item or theme in the catalogue: its fact id in small letters. */
export function keyOf(factId: string): string {
  return factId.toLowerCase()
}

const DOUBT = /（待核[^）]*）|，待核|待核|（[^（）]*做法）/g

/** Takes "not verified" and "as another city does" out of a text that people read; the mark says it instead. */
export function settled(text: string, mark: Mark): { readonly text: string; readonly mark: Mark } {
  const plain = text.replace(DOUBT, '').trim()
  return { text: plain, mark: plain === text ? mark : 'recalled' }
}
