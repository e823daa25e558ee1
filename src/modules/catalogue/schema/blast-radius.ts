import { z } from 'zod'
import { PRODUCTS } from '../rules/blast-radius.ts'
import { ElementChangeAnswer } from './answers.ts'

/** What publishing a version touches: see `blastRadius`. */
export const BlastRadiusAnswer = z.object({
  changes: z.array(ElementChangeAnswer).readonly(),
  products: z.array(z.enum(PRODUCTS)).readonly(),
  themes: z.array(z.string()).readonly(),
  itemsUsingResult: z.array(z.string()).readonly(),
  departments: z.array(z.string()).readonly(),
  newlyDemanded: z.array(z.string()).readonly(),
  draftsMustBeChecked: z.boolean(),
})
