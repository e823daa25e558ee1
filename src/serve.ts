import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import type { App } from './app.ts'
import { type DemoToken, demoTokens } from './city/demo-tokens.ts'
import { isEmptyCity } from './city/is-empty-city.ts'
import { loadDemoCity } from './city/load-demo-city.ts'
import { pagesOf, type WebModule } from './pages.ts'
import { clockGuardOf, type Watch, watchOffice } from './observe.ts'
import { type Office, openOffice } from './process.ts'
import type { Config } from '#kernel/config/config.ts'
import { openApiDocument } from '#kernel/contract/openapi.ts'
import { openDatabase } from '#kernel/db/pool.ts'
import { createRateLimiter } from '#kernel/http/rate-limit.ts'
import { listen } from '#kernel/http/listen.ts'
import { createHttp, type HttpOptions } from '#kernel/http/server.ts'
import { sourcesOf } from '#kernel/http/sources.ts'
import { turnAwayOf } from '#kernel/http/turn-away.ts'
import { proxiesIn } from '#kernel/http/who-asks.ts'
import { type JobRunner, startJobs } from '#kernel/jobs/runner.ts'
import { createLiveDoor } from '#kernel/live/live-door.ts'
import { findCaller } from '#kernel/session/sessions.ts'
import { systemClock } from '#kernel/time/clock-source.ts'

const root = join(import.meta.dirname, '..')

export interface Running {
  readonly port: number
  /** Port of the metrics, where they are switched on. */
  readonly metricsPort: number | undefined
  readonly tokens: readonly DemoToken[]
  readonly office: Office
  close(): Promise<void>
}

/** Serves the office: database, demo city on the first start, pages and API, and the job queue in the same process. */
export async function serveOffice(config: Config, options: { readonly development: boolean }): Promise<Running> {
  const office = await openOffice(config)
  const { app } = office
  if (config.demo && (await isEmptyCity(app))) await loadDemoCity(app)
  const tokens = config.demo ? await demoTokens(app) : []
  const jobs = await workJobs(office, config)
  const web = options.development ? await loadWithVite() : await loadBuilt()
  const watch = await watchOffice(office, config)
  const live = createLiveDoor(app)
  const server = await listen(createDoors(app, web, { ...doorsOf(watch), live, sharesPages: config.mode === 'production' }), { host: config.host, port: config.port, turnAway: turnAwayFrom(office, watch) })
  return {
    port: server.port,
    metricsPort: watch.metricsPort,
    tokens,
    office,
    close: async () => {
      live.close()
      await server.close()
      await web?.close()
      await jobs.stop()
      await watch.close()
      await office.close()
    },
  }
}

/** Works the queue as the owner of the database; `main.ts work` runs only this. */
export async function workJobs(office: Office, config: Config): Promise<JobRunner> {
  const owner = openDatabase({ url: office.ownerUrl, schema: config.schema, poolSize: 4, asApplication: false })
  const runner = await startJobs({ pool: owner.pool, schema: config.schema, jobs: office.app.jobs, context: office.app.jobContext, log: office.app.services.log, concurrency: 2, mayAct: clockGuardOf(owner, office.app.services.clock).mustBeRight })
  return {
    stop: async () => {
      await runner.stop()
      await owner.close()
    },
  }
}

interface LoadedWeb {
  readonly module: WebModule
  readonly mode: 'production' | 'development'
  readonly staticFolder?: string
  readonly sources?: MiddlewareHandler
  close(): Promise<void>
}

type DoorExtras = Pick<HttpOptions, 'observer' | 'readiness' | 'mustBeRight' | 'live' | 'sharesPages'>

/** What the doors of a running office have besides its operations. */
function doorsOf(watch: Watch): DoorExtras {
  return { observer: watch.observer, readiness: watch.readiness, mustBeRight: watch.clockGuard.mustBeRight }
}

/** Overload is a queue for connections to the database that stays too long. */
function turnAwayFrom({ app, database }: Office, { observer }: Watch): ReturnType<typeof turnAwayOf> {
  const { services, texts } = app
  return turnAwayOf({ shedding: { waiting: database.waiting, mostWaiting: services.config.mostWaiting }, texts, observer })
}

/** The HTTP application over one App: API, pages and static files. */
export function createDoors(app: App, web: LoadedWeb | undefined, extras: DoorExtras = {}): ReturnType<typeof createHttp> {
  const document = openApiDocument({ operations: app.operations, permissions: app.permissions, texts: app.texts, version: '0.1.0' })
  const limiter = createRateLimiter(systemClock)
  return createHttp({
    ...extras,
    limiter,
    isProxy: proxiesIn(app.services.config.proxies),
    operations: app.operations,
    call: app.run,
    findCaller: (token) => findCaller(app.db, token, app.services.clock.now()),
    ping: async () => void (await sql`SELECT 1`.execute(app.db)),
    openApi: () => document,
    texts: app.texts,
    log: app.services.log,
    ...(web && { pages: pagesOf(app, web.module, web.mode, limiter) }),
    ...(web?.staticFolder !== undefined && { staticFolder: web.staticFolder }),
    ...(web?.sources && { sources: web.sources }),
  })
}

/** The built pages; without a build only the API is served. */
export async function loadBuilt(): Promise<LoadedWeb | undefined> {
  const file = join(root, 'build/server/index.js')
  if (!existsSync(file)) return undefined
  return { module: (await import(pathToFileURL(file).href)) as WebModule, mode: 'production', staticFolder: join(root, 'build/client'), close: async () => undefined }
}

/** The pages from source, for development: Vite compiles them and answers for their style sheets and scripts on the port of the office. */
export async function loadWithVite(): Promise<LoadedWeb> {
  const { createServer } = await import('vite')
  const vite = await createServer({ root, appType: 'custom', server: { middlewareMode: true } })
  return { module: (await vite.ssrLoadModule('/src/web/handler.ts')) as WebModule, mode: 'development', sources: sourcesOf(vite.middlewares), close: () => vite.close() }
}
