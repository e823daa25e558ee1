import type { ItemVersion } from '../schema/item-version.ts'
import type { ThemePackage } from '../schema/theme.ts'
import { compareVersions } from './compare.ts'
import type { ElementChange } from './compare.ts'

/** What is made from the record and therefore changes with it. */
export const PRODUCTS = [
  'GUIDE',
  'SCENARIO_QUESTIONS',
  'FORM',
  'CHECKLIST',
  'CLOCKS',
  'FEE',
  'ROUTE',
  'RESULT',
  'CHANNELS',
  'FLOW_CHART',
  'SEARCH',
  'CASE_NUMBERS',
] as const
export type Product = (typeof PRODUCTS)[number]

const MADE_FROM: Partial<Record<keyof ItemVersion, readonly Product[]>> = {
  name: ['SEARCH'],
  synonyms: ['SEARCH'],
  themes: ['SEARCH'],
  legalBasis: ['SEARCH'],
  basicCode: ['CASE_NUMBERS'],
  implementCode: ['CASE_NUMBERS'],
  handlingItems: ['CASE_NUMBERS', 'SCENARIO_QUESTIONS'],
  statutoryLimit: ['CLOCKS'],
  promisedLimit: ['CLOCKS'],
  handlingKind: ['CLOCKS', 'ROUTE'],
  specialProcedures: ['CLOCKS', 'FLOW_CHART'],
  scenarios: ['SCENARIO_QUESTIONS', 'CHECKLIST', 'FORM', 'SEARCH'],
  materials: ['CHECKLIST'],
  form: ['FORM'],
  fees: ['FEE'],
  feeCharged: ['FEE'],
  onlinePayment: ['FEE', 'CHANNELS'],
  route: ['ROUTE', 'CLOCKS', 'FLOW_CHART'],
  result: ['RESULT'],
  channels: ['CHANNELS'],
  onlineDepth: ['CHANNELS'],
  maxVisits: ['CHANNELS'],
  onTerminals: ['CHANNELS'],
  bookable: ['CHANNELS'],
  minimumAssurance: ['CHANNELS'],
}

/** What publishing a version touches, before anyone counts cases: the store adds how many drafts and open cases stand behind each line. */
export interface BlastRadius {
  readonly changes: readonly ElementChange[]
  readonly products: readonly Product[]
  /** Theme packages that contain the item. */
  readonly themes: readonly string[]
  /** Items that take this item's certificate instead of a paper; they notice if the certificate type changes. */
  readonly itemsUsingResult: readonly string[]
  /** Departments that have work in the old or the new route. */
  readonly departments: readonly string[]
  /** Materials that applicants of drafts must now add. */
  readonly newlyDemanded: readonly string[]
  /** Open cases keep their version (I-14): drafts are the only ones to be asked again. */
  readonly draftsMustBeChecked: boolean
}

/** Works out what publishing `next` over `previous` touches; `previous` is undefined for a new item. */
export function blastRadius(previous: ItemVersion | undefined, next: ItemVersion, themes: readonly ThemePackage[], items: readonly ItemVersion[]): BlastRadius {
  const changes = previous === undefined ? [] : compareVersions(previous, next)
  const touched = new Set<Product>(previous === undefined ? PRODUCTS : changes.flatMap((change) => MADE_FROM[change.element] ?? []))
  if (previous === undefined || changes.length > 0) touched.add('GUIDE')
  const certificates = [previous?.result.certificateType, next.result.certificateType].filter((key) => key !== undefined && key !== null)
  const demandedBefore = new Set(previous?.materials.filter((material) => material.exempt === null).map((material) => material.key))
  const newlyDemanded =
    previous === undefined ? [] : next.materials.filter((material) => material.exempt === null && !demandedBefore.has(material.key)).map((material) => material.name)
  return {
    changes,
    products: PRODUCTS.filter((product) => touched.has(product)),
    themes: themes
      .filter((theme) => theme.steps.some((step) => step.items.some((one) => one.item === next.itemKey)) || theme.conditionalItems.includes(next.itemKey))
      .map((theme) => theme.key),
    itemsUsingResult: items.filter((item) => item.itemKey !== next.itemKey && usesCertificate(item, certificates)).map((item) => item.itemKey),
    departments: [...new Set([...(previous?.route.steps ?? []), ...next.route.steps].map((step) => step.unit))],
    newlyDemanded,
    draftsMustBeChecked: touched.has('FORM') || touched.has('CHECKLIST') || touched.has('SCENARIO_QUESTIONS'),
  }
}

function usesCertificate(item: ItemVersion, certificates: readonly string[]): boolean {
  return item.materials.some(({ exempt }) => exempt?.by === 'CERTIFICATE_TYPE' && certificates.includes(exempt.certificateType))
}
