import { cases } from '#modules/cases/index.ts'
import { catalogue } from '#modules/catalogue/index.ts'
import { certificates } from '#modules/certificates/index.ts'
import { disclosure } from '#modules/disclosure/index.ts'
import { evaluations } from '#modules/evaluations/index.ts'
import { grid } from '#modules/grid/index.ts'
import { hotline } from '#modules/hotline/index.ts'
import { open311 } from '#modules/open311/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { publication } from '#modules/publication/index.ts'
import { reception } from '#modules/reception/index.ts'
import { reporting } from '#modules/reporting/index.ts'
import { subjects } from '#modules/subjects/index.ts'
import { supervision } from '#modules/supervision/index.ts'
import { webhooks } from '#modules/webhooks/index.ts'

/** The businesses of the office, each after those it needs. */
export const modules = [organisation, subjects, catalogue, certificates, evaluations, reception, cases, hotline, grid, open311, publication, disclosure, supervision, webhooks, reporting] as const
