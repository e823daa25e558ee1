import { z } from 'zod'

/**
 * How sure the record is of an element: `sourced` from the text of a law or a published guide, `partly` (some entries are),
 * `recalled` (not verified), `localSetting` (the district decided it). Only `sourced` may be shown as what the law says.
 */
export const Mark = z.enum(['sourced', 'partly', 'recalled', 'localSetting'])
export type Mark = z.infer<typeof Mark>

/** The elements of an item version that carry a mark of their own. */
export const MARKED_ELEMENTS = [
  'basicCode',
  'legalBasis',
  'exerciseLevel',
  'serviceObjects',
  'acceptanceConditions',
  'statutoryLimit',
  'promisedLimit',
  'specialProcedures',
  'hearing',
  'scenarios',
  'materials',
  'gapTolerant',
  'pledgeApproval',
  'form',
  'fees',
  'route',
  'result',
  'validity',
  'faq',
  'synonyms',
  'places',
] as const

export const ElementMarks = z.record(z.enum(MARKED_ELEMENTS), Mark)
export type ElementMarks = z.infer<typeof ElementMarks>
