import { Worker } from 'node:worker_threads'
import type { SignedAnswer } from './signing-thread.ts'
import { signSm2, type Sm2KeyPair } from './sm2.ts'
import type { Octets } from './sm3.ts'

/** Signs with the office's SM2 key, as `signSm2` does. */
export interface Signer {
  sign(message: Octets): Promise<Buffer>
}

/** A signer that works in the thread that asks. */
export function signerHere(keys: Sm2KeyPair): Signer {
  return { sign: async (message) => signSm2(message, keys) }
}

interface Waiting {
  resolve(signature: Buffer): void
  reject(cause: unknown): void
}

/**
 * A signer with a thread of its own, begun at the first signature: a signature takes a third of a millisecond of arithmetic on large numbers,
 * which nobody else of a busy server should wait behind, and leaves a fifth of all garbage of a command. Keeps no process alive.
 */
export function signerApart(keys: Sm2KeyPair): Signer {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let asked = 0

  const begin = (): Worker => {
    const begun = new Worker(new URL('signing-thread.ts', import.meta.url), { workerData: keys, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 8 } })
    begun.unref()
    begun.on('message', ({ id, signature }: SignedAnswer) => {
      waiting.get(id)?.resolve(Buffer.from(signature))
      waiting.delete(id)
      if (waiting.size === 0) begun.unref()
    })
    const fail = (cause: unknown): void => {
      // A thread that failed also ends: by then the next one may have begun, and what waits is for that.
      if (thread !== begun) return
      thread = undefined
      for (const one of waiting.values()) one.reject(cause)
      waiting.clear()
    }
    begun.on('error', fail)
    begun.on('exit', (code) => fail(new Error(`the signing thread ended with ${code}`)))
    return begun
  }

  return {
    async sign(message) {
      thread ??= begin()
      asked += 1
      thread.postMessage({ id: asked, message })
      if (waiting.size === 0) thread.ref()
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
      waiting.set(asked, { resolve, reject })
      return promise
    },
  }
}
