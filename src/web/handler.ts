import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import * as build from 'virtual:react-router/server-build'
import { followLanguage, type Language } from '#ui/language.ts'
import { readAppearance } from './appearance.ts'
import { appContext, type PageExtras, requestContext, type WebApp } from './context.ts'
import { languageOf } from './language-choice.ts'

export interface WebHandlerOptions {
  readonly mode: 'production' | 'development'
  /** The host's memory of the language of each request, asked by every text that is said while it is answered; without it all is Chinese. */
  readonly speaking?: Speaking
}

interface Speaking {
  getStore(): Language | undefined
  run<T>(language: Language, work: () => T): T
}

export type WebHandler = (request: Request, extras: PageExtras) => Promise<Response>

/**
 * The seam between the host and the pages. The host imports the built file in production, or has Vite load this one in
 * development, and passes its one App: pages never import server modules, so there is one copy of the state either way.
 */
export function webHandler(app: WebApp, options: WebHandlerOptions): WebHandler {
  const handle = createRequestHandler(build as ServerBuild, options.mode)
  const { speaking } = options
  if (speaking) followLanguage(() => speaking.getStore() ?? 'zh-CN')
  return async (request, extras) => {
    const context = new RouterContextProvider()
    context.set(appContext, app)
    const cookieHeader = request.headers.get('cookie')
    context.set(requestContext, { ...extras, appearance: readAppearance(cookieHeader), posted: request.method === 'POST' })
    const language = languageOf({ url: request.url, cookieHeader, isStaff: extras.caller.kind === 'staff' })
    return speaking ? speaking.run(language, () => handle(request, context)) : handle(request, context)
  }
}
