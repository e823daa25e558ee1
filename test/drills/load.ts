import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'

interface LoadOn {
  readonly address: string
  readonly token: string
  readonly seconds: number
}

/** `callers`: each asks again as soon as it is answered. `perSecond`: so many come, whether those before them were answered or not. */
export type LoadAsked = LoadOn & ({ readonly callers: number } | { readonly perSecond: number })

/** Milliseconds of each answer, by whether it was served (200) or turned away (503). */
export interface LoadFound {
  readonly served: readonly number[]
  readonly shed: readonly number[]
  readonly other: number
  /** How many there were in all, before the measuring began too. */
  readonly all: { readonly served: number; readonly shed: number }
}

/** Puts a load on a server from another process and tells what came back. */
export async function putLoad(asked: LoadAsked): Promise<LoadFound> {
  const generator = spawn(process.execPath, [join(import.meta.dirname, 'load-process.ts'), JSON.stringify(asked)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await text(generator.stdout)) as LoadFound
}
