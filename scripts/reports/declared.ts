import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Permissions } from '#kernel/access/permissions.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { Job } from '#kernel/jobs/job.ts'
import type { Lifecycle } from '#kernel/lifecycle/lifecycle.ts'
import type { Module } from '#kernel/module/define-module.ts'
import { kernelModule } from '#kernel/module/kernel-module.ts'
import { collectTexts, type Texts } from '#kernel/module/texts.ts'
import { modules } from '../../src/modules.ts'

/** The root folder of the project. */
export const projectRoot: string = join(import.meta.dirname, '../..')

/** What the kernel and the modules declare, as the App has it, without a database. */
export const declaredModules: readonly Module[] = [kernelModule, ...modules]
export const declaredOperations: readonly Operation[] = declaredModules.flatMap((module) => module.operations)
export const declaredPermissions: Permissions = Object.assign({}, ...declaredModules.map((module) => module.permissions))
export const declaredLifecycles: readonly Lifecycle[] = declaredModules.flatMap((module) => module.lifecycles ?? [])
export const declaredJobs: readonly Job[] = declaredModules.flatMap((module) => module.jobs ?? [])
export const declaredTexts: Texts = collectTexts(declaredModules)

/** The version in package.json. */
export const projectVersion: string = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { readonly version: string }).version
