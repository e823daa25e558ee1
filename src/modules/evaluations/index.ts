import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }

export const evaluations = defineModule({
  name: 'evaluations',
  needs: [],
  operations: [],
  permissions: {},
  refusals: {},
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})
