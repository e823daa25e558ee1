import { join } from 'node:path'
import { contractRefusals } from '#kernel/contract/refusals.ts'
import { addToDate } from '#kernel/time/operations/add-to-date.ts'
import { lifecycleRefusals } from '#kernel/lifecycle/lifecycle.ts'
import { timeErrors } from '#kernel/time/errors.ts'
import { defineModule } from './define-module.ts'
import en from '../locales/en.json' with { type: 'json' }
import zh from '../locales/zh-CN.json' with { type: 'json' }

/** The kernel's own operations, tables and texts, declared like a module's. */
export const kernelModule = defineModule({
  name: 'kernel',
  needs: [],
  operations: [addToDate],
  permissions: {},
  refusals: { ...contractRefusals, ...lifecycleRefusals, ...timeErrors },
  locales: { zh, en },
  migrations: join(import.meta.dirname, '../migrations'),
})
