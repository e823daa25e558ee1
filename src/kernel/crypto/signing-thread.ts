// The thread of `signerApart`: signs what it is sent, one after the other, with the key that it was begun with.
import { parentPort, workerData } from 'node:worker_threads'
import { signSm2, type Sm2KeyPair } from './sm2.ts'
import type { Octets } from './sm3.ts'

export interface SignedAnswer {
  readonly id: number
  readonly signature: Uint8Array
}

const { privateKey, publicKey } = workerData as { readonly [Part in keyof Sm2KeyPair]: Uint8Array }
const keys: Sm2KeyPair = { privateKey: Buffer.from(privateKey), publicKey: Buffer.from(publicKey) }

parentPort?.on('message', ({ id, message }: { readonly id: number; readonly message: Octets }) => {
  parentPort?.postMessage({ id, signature: signSm2(message, keys) } satisfies SignedAnswer)
})
