import { AsyncLocalStorage } from 'node:async_hooks'
import type { App } from './app.ts'
import { actorOf, type Caller } from '#kernel/access/caller.ts'
import { refusalOfDatabase } from '#kernel/http/problem.ts'
import { createRateLimiter, type RateLimiter } from '#kernel/http/rate-limit.ts'
import { systemClock } from '#kernel/time/clock-source.ts'
import { dayOf } from '#kernel/time/day.ts'
import { getOffice, getUnit } from '#modules/organisation/index.ts'
import type { Language } from './ui/language.ts'
import type * as handlerModule from './web/handler.ts'
import type { PageSettings } from './web/context.ts'
import { pageSessionOf } from './web/page-session.ts'
import city from '../data/city/city.json' with { type: 'json' }

export type WebModule = typeof handlerModule

/** Answers a request for a page; `asker` names who is counted where an operation has a rate, the caller unless told. */
export type Pages = (request: Request, caller: Caller, requestId: string, asker?: string) => Promise<Response>

/** The language of each request, kept beside it while it is answered. */
const speaking = new AsyncLocalStorage<Language>()

/** Joins the pages to the App: who looks, what the city is called, where faults are reported; pages keep to the rates of HTTP. */
export function pagesOf(app: App, web: WebModule, mode: 'production' | 'development', limiter: RateLimiter = createRateLimiter(systemClock)): Pages {
  const asking = new AsyncLocalStorage<string>()
  const handle = web.webHandler({ call: callWithin(app, limiter, () => asking.getStore()) }, { mode, speaking })
  let settings: PageSettings | undefined
  return async (request, caller, requestId, asker = actorOf(caller)) => {
    settings ??= await readSettings(app)
    const extras = {
      caller,
      session: pageSessionOf(caller, caller.kind === 'staff' ? (await getUnit(app.db, caller.unitId)).name : undefined),
      settings,
      today: dayOf(app.services.clock.now()),
      requestId,
      report: (fault: unknown) => app.services.log.error('page failed', fault, { requestId }),
      refusalTitle: (code: string, language: Language = 'zh-CN') => (app.texts.has(code) ? app.texts[language === 'en' ? 'en' : 'zh'](code) : undefined),
    }
    return asking.run(asker, () => handle(request, extras))
  }
}

/** The App's calls within the rates of their operations: a code that may be tried thirty times a minute over HTTP may not be tried more often in a form. */
function callWithin(app: App, limiter: RateLimiter, whoAsks: () => string | undefined): App['call'] {
  const rates = new Map(app.operations.flatMap(({ name, rate }) => (rate ? [[name, rate.perMinute]] : [])))
  return async (name, ...rest) => {
    const perMinute = rates.get(name)
    if (perMinute !== undefined) limiter.take(`${name} ${whoAsks() ?? ''}`, perMinute)
    try {
      return await app.call(name, ...rest)
    } catch (error) {
      // A database that is away is no fault of a page: it answers as the API does.
      throw refusalOfDatabase(error) ?? error
    }
  }
}

async function readSettings(app: App): Promise<PageSettings> {
  const office = await getOffice(app.db)
  return { cityName: city.shortName, cityNameEn: city.shortNameEn, officeName: office.name, servicePhone: city.servicePhone, supervisionPhone: office.phones.complaint, demo: app.services.config.demo, simulated: app.services.simulated }
}
