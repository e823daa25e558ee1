import type { z } from 'zod'
import type { Caller, SystemCaller } from '#kernel/access/caller.ts'
import type { Permissions } from '#kernel/access/permissions.ts'
import { callOperation, type CallOptions, type Dispatcher } from '#kernel/contract/call.ts'
import { kernelModule } from '#kernel/module/kernel-module.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { Services } from '#kernel/contract/services.ts'
import type { Db } from '#kernel/db/pool.ts'
import type { Job, JobContext } from '#kernel/jobs/job.ts'
import type { Module } from '#kernel/module/define-module.ts'
import { collectTexts, type Texts } from '#kernel/module/texts.ts'
import { modules } from './modules.ts'

type Operations = (typeof modules)[number]['operations'][number] | (typeof kernelModule)['operations'][number]
export type OperationName = Operations['name']
type Named<N extends OperationName> = Extract<Operations, { readonly name: N }>
export type InputOf<N extends OperationName> = z.input<Named<N>['input']>
export type OutputOf<N extends OperationName> = z.output<Named<N>['output']>

/** The program without its doors: every operation by its public name, for HTTP, pages, jobs, the loader and tests alike. */
export interface App {
  readonly modules: readonly Module[]
  readonly operations: readonly Operation[]
  readonly permissions: Permissions
  readonly jobs: readonly Job[]
  readonly services: Services
  readonly texts: Texts
  readonly db: Db
  readonly call: <N extends OperationName>(name: N, caller: Caller, input: InputOf<N>, options?: CallOptions) => Promise<OutputOf<N>>
  readonly run: (operation: Operation, caller: Caller, input: unknown, options?: CallOptions) => Promise<unknown>
  readonly jobContext: () => JobContext
}

/** The kernel and the businesses, the kernel first. */
export const allModules: readonly Module[] = [kernelModule, ...modules]

/** Where each module keeps its migrations, in dependency order. */
export const migrationSets = allModules.flatMap((module) => (module.migrations === undefined ? [] : [{ owner: module.name, folder: module.migrations }]))

/** The lifecycle of every kind of matter. */
export const lifecycles = allModules.flatMap((module) => module.lifecycles ?? [])

/** Puts the kernel and the modules together over an open database. */
export function buildApp(db: Db, services: Services): App {
  const operations = allModules.flatMap((module) => module.operations)
  const permissions: Permissions = Object.assign({}, ...allModules.map((module) => module.permissions))
  const byName = new Map(operations.map((operation) => [operation.name, operation]))
  if (byName.size !== operations.length) throw new Error('two operations share a name')
  const dispatcher: Dispatcher = { db, permissions, services, listeners: collectListeners(), checkOutput: services.config.mode !== 'production' }
  const run: App['run'] = (operation, caller, input, options) => callOperation(dispatcher, { operation, caller, input, options })
  const jobCaller: SystemCaller = { kind: 'system', name: 'job' }
  return {
    modules: allModules,
    operations,
    permissions,
    jobs: allModules.flatMap((module) => module.jobs ?? []),
    services,
    texts: collectTexts(allModules),
    db,
    call: (async (name: string, caller: Caller, input: unknown, options?: CallOptions) => {
      const operation = byName.get(name)
      if (operation === undefined) throw new Error(`no operation is called ${name}`)
      return run(operation, caller, input, options)
    }) as App['call'],
    run,
    jobContext: () => ({
      db,
      services,
      now: services.clock.now(),
      run: (async (operation: Operation, input: unknown, caller: Caller = jobCaller) => run(operation, caller, input)) as JobContext['run'],
    }),
  }
}

function collectListeners(): ReadonlyMap<string, readonly string[]> {
  const listeners = new Map<string, string[]>()
  for (const module of allModules) {
    for (const [event, jobs] of Object.entries(module.listeners ?? {})) listeners.set(event, [...(listeners.get(event) ?? []), ...jobs])
  }
  return listeners
}
