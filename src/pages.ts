import type { App } from './app.ts'
import type { Caller } from '#kernel/access/caller.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import type * as handlerModule from './web/handler.ts'
import type { PageSettings } from './web/context.ts'
import { say } from './web/text.ts'
import { pageSessionOf } from './web/page-session.ts'
import city from '../data/city/city.json' with { type: 'json' }

export type WebModule = typeof handlerModule

/** Joins the pages to the App: who looks, what the city is called, and where faults are reported. */
export function pagesOf(app: App, web: WebModule, mode: 'production' | 'development'): (request: Request, caller: Caller, requestId: string) => Promise<Response> {
  const handle = web.webHandler(app, { mode })
  let settings: PageSettings | undefined
  return async (request, caller, requestId) => {
    settings ??= await readSettings(app)
    return handle(request, {
      caller,
      session: pageSessionOf(caller, caller.kind === 'staff' ? (await getUnit(app.db, caller.unitId)).name : undefined),
      settings,
      today: dayOf(app.services.clock.now()),
      requestId,
      report: (fault) => app.services.log.error('page failed', fault, { requestId }),
      refusalTitle: (code) => (app.texts.has(code) ? app.texts.zh(code) : undefined),
    })
  }
}

async function readSettings(app: App): Promise<PageSettings> {
  const office = await getOffice(app.db)
  return { cityName: city.shortName, officeName: office.name, servicePhone: city.servicePhone, supervisionPhone: office.phones.complaint, demo: app.services.config.demo, ...(app.services.simulated && { notice: { title: say('notice.simulated'), text: say('notice.simulated-text') } }) }
}
