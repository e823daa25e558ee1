import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { catalogueErrors, conditionHolds, getItemInForce } from '#modules/catalogue/index.ts'
import { caseErrors } from '../errors.ts'
import { checkFilledIn } from '../rules/filled-in.ts'
import { Answers, FormValues } from '../schema.ts'
import { today } from './case-command.ts'

/** Asks of an application that is being filled in what filing will ask of it, so that each page says what is wrong where it was typed. Keeps nothing. */
export const checkApplication = defineOperation({
  name: 'cases.check-application',
  summary: 'Refuses the answers and the form of an application as filing would',
  kind: 'query',
  access: 'signed-in',
  input: z.strictObject({ implementCode: z.string().length(31), answers: Answers, form: FormValues }),
  output: z.object({ inOrder: z.literal(true) }),
  refusals: [caseErrors.scenarioIncomplete, caseErrors.formIncomplete, catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce],
  async run(ctx, { implementCode, answers, form }) {
    const { item } = await getItemInForce(ctx.db, implementCode, today(ctx))
    must(checkFilledIn(item, { answers, form }, conditionHolds))
    return { inOrder: true as const }
  },
})
