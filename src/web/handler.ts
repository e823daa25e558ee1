import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import * as build from 'virtual:react-router/server-build'
import { readAppearance } from './appearance.ts'
import { appContext, type PageExtras, requestContext, type WebApp } from './context.ts'

export interface WebHandlerOptions {
  readonly mode: 'production' | 'development'
}

export type WebHandler = (request: Request, extras: PageExtras) => Promise<Response>

/**
 * The seam between the host and the pages. The host imports the built file in production, or has Vite load this one in
 * development, and passes its one App: pages never import server modules, so there is one copy of the state either way.
 */
export function webHandler(app: WebApp, options: WebHandlerOptions): WebHandler {
  const handle = createRequestHandler(build as ServerBuild, options.mode)
  return async (request, extras) => {
    const context = new RouterContextProvider()
    context.set(appContext, app)
    context.set(requestContext, { ...extras, appearance: readAppearance(request.headers.get('cookie')) })
    return handle(request, context)
  }
}
