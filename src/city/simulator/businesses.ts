import type { Business } from './business.ts'
import { callsBusiness } from './calls-business.ts'
import { casesBusiness } from './cases-business.ts'
import { disclosureBusiness } from './disclosure-business.ts'
import { gridBusiness } from './grid-business.ts'
import { hotlineBusiness } from './hotline-business.ts'
import { patrolsBusiness } from './patrols-business.ts'
import { publicationBusiness } from './publication-business.ts'
import { rectificationsBusiness } from './rectifications-business.ts'
import { supervisionBusiness } from './supervision-business.ts'
import type { CityPlan, Stage } from './stage.ts'

/** All that goes on in the city; acts of the same instant happen in this order. */
export function businessesOf(stage: Stage, city: CityPlan): readonly Business[] {
  return [casesBusiness(stage, city), hotlineBusiness(stage, city), callsBusiness(stage, city), gridBusiness(stage, city), patrolsBusiness(stage, city), publicationBusiness(stage, city), disclosureBusiness(stage, city), supervisionBusiness(stage, city), rectificationsBusiness(stage, city)]
}
