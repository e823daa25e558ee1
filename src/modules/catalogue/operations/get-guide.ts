import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { must } from '#kernel/errors/refusal.ts'
import { Day, dayOf } from '#kernel/time/day.ts'
import { catalogueErrors } from '../errors.ts'
import { answersFit, guideFor } from '../rules/guide.ts'
import { ImplementCode, ShownLimitsAnswer } from '../schema/answers.ts'
import { FormField } from '../schema/form.ts'
import { HandlingItem } from '../schema/item-version.ts'
import { RequiredMaterial } from '../schema/material.ts'
import { DecisionResult, Fee } from '../schema/result.ts'
import { ProcessStep, SpecialProcedure } from '../schema/route.ts'
import { Scenario, ScenarioAnswers } from '../schema/scenario.ts'
import { listStandings } from '../store/standings.ts'
import { getItemShownOn } from '../store/versions.ts'
import { visibleVersion } from '../visible-version.ts'

const Line = z.object({
  material: RequiredMaterial,
  status: z.enum(['EXEMPT', 'REQUIRED', 'OPTIONAL']),
  reason: z.enum(['ONLINE_FORM', 'CERTIFICATE_HELD', 'WILL_BE_FETCHED', 'VERIFIED_BEFORE', 'FOUND_NOWHERE', 'NEEDED', 'WISHED']),
  source: z.string().nullable(),
  mayFollow: z.boolean(),
  mayPledge: z.boolean(),
})

/**
 * 情形引导: the checklist, form, fees, limits and route of somebody who answered these questions. Unanswered questions come back as open.
 * With `version` the guide of that version: how an editor looks at a draft before it is published.
 */
export const getGuide = defineOperation({
  name: 'catalogue.get-guide',
  summary: "The guide of one applicant: materials, form, fees, limits and route for his answers to the item's questions",
  kind: 'query',
  http: { method: 'POST', path: '/catalogue/items/{implementCode}/guide' },
  access: 'public',
  input: z.object({ implementCode: ImplementCode, on: Day.optional(), version: z.int().min(1).optional(), answers: ScenarioAnswers.default({}) }),
  output: z.object({
    implementCode: z.string(),
    name: z.string(),
    questions: z.array(Scenario),
    openQuestions: z.array(z.string()),
    handlingItems: z.array(HandlingItem),
    materials: z.array(Line).readonly(),
    form: z.object({ sections: z.array(z.object({ key: z.string(), title: z.string(), fields: z.array(FormField) })) }),
    limits: ShownLimitsAnswer,
    fees: z.array(Fee).readonly(),
    procedures: z.array(SpecialProcedure),
    route: z.object({ steps: z.array(ProcessStep) }),
    result: DecisionResult,
  }),
  refusals: [catalogueErrors.itemUnknown, catalogueErrors.itemNotInForce, catalogueErrors.versionUnknown, catalogueErrors.answerUnknown],
  examples: [{ summary: 'For a new restaurant', input: { implementCode: '11440114MB2C00144C4440114005000', answers: { handling: ['new'], 'applicant-kind': ['person'], 'business-form': ['catering'], online: ['no'], 'cold-or-raw': ['neither'] } } }],
  async run(ctx, { implementCode, on, version, answers }) {
    const standings = await listStandings(ctx.db, implementCode)
    const { item } = version === undefined ? await getItemShownOn(ctx.db, standings, on ?? dayOf(ctx.now)) : await visibleVersion(ctx, standings, version)
    must(answersFit(item, answers))
    return { implementCode, name: item.name, ...guideFor(item, answers) }
  },
})
