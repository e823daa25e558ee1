import type { Config } from '@react-router/dev/config'

/** Type generation covers only files under `appDirectory`, and pages live in modules: hence `src`. */
export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
} satisfies Config
