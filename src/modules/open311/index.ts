import { defineModule } from '#kernel/module/define-module.ts'
import { open311Errors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { getRequest } from './operations/get-request.ts'
import { getOffer } from './operations/get-offer.ts'
import { listRequests } from './operations/list-requests.ts'
import { listOffers } from './operations/list-offers.ts'
import { postRequest } from './operations/post-request.ts'

/** Open311 GeoReport v2 over the grid and the hotline, for systems that speak it. Served below /open311/v2 in JSON and XML. */
export const open311 = defineModule({
  name: 'open311',
  needs: ['grid', 'hotline'],
  operations: [listOffers, getOffer, listRequests, getRequest, postRequest],
  permissions: {},
  refusals: open311Errors,
  locales: { zh, en },
})
