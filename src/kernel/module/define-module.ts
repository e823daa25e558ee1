import type { Permissions } from '#kernel/access/permissions.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { DocumentKind } from '#kernel/documents/document-kind.ts'
import type { RefusalType } from '#kernel/errors/refusal.ts'
import type { Job } from '#kernel/jobs/job.ts'
import type { LiveTopic } from '#kernel/live/live-topic.ts'
import type { SettingGroup } from '#kernel/settings/setting.ts'
import type { Lifecycle } from '#kernel/lifecycle/lifecycle.ts'

/** Texts of one language: nested objects with strings at the leaves. */
export type Locale = { readonly [key: string]: string | Locale }

/** What a module declares at its front door; the kernel builds the App from a list of these. */
export interface Module<N extends string = string, Ops extends readonly Operation[] = readonly Operation[]> {
  readonly name: N
  /** Names of the modules whose front doors it uses. */
  readonly needs: readonly string[]
  readonly operations: Ops
  readonly permissions: Permissions
  readonly refusals: Readonly<Record<string, RefusalType>>
  readonly lifecycles?: readonly Lifecycle[]
  readonly jobs?: readonly Job[]
  /** Event of another module → names of own jobs. */
  readonly listeners?: Readonly<Record<string, readonly string[]>>
  /** What open pages may watch. */
  readonly live?: readonly LiveTopic[]
  /** What a city may decide for itself; the words stand in the locale under `settings`. */
  readonly settings?: SettingGroup
  /** The kinds of legal documents that it issues, in the order of their life. */
  readonly documents?: readonly DocumentKind[]
  readonly locales: { readonly zh: Locale; readonly en: Locale }
  /** Folder with `0001-….sql`; absent for a module without tables. */
  readonly migrations?: string
}

/** Declares a module; operation names stay literal types so that `app.call` is typed by them. */
export function defineModule<const N extends string, const Ops extends readonly Operation[]>(module: Module<N, Ops>): Module<N, Ops> {
  const prefix = `${module.name}.`
  if (module.settings !== undefined && module.settings.module !== module.name) throw new Error(`${module.name}: its local rules name the module ${module.settings.module}`)
  for (const operation of module.operations) {
    if (!operation.name.startsWith(prefix)) throw new Error(`${module.name}: operation ${operation.name} must start with ${prefix}`)
    if (typeof operation.access === 'object' && !(operation.access.permission in module.permissions)) throw new Error(`${operation.name}: unknown permission ${operation.access.permission}`)
  }
  return module
}
