import { isIP } from 'node:net'
import { resolve } from 'node:path'
import process from 'node:process'

export type RunMode = 'production' | 'development' | 'test'

/** Everything that the environment may decide. This folder is the only reader of `process.env`. */
export interface Config {
  readonly mode: RunMode
  readonly host: string
  readonly port: number
  /** Address that other people reach this office under, without a slash at the end; printed in QR codes. */
  readonly publicUrl: string
  /** Folder of the embedded database, the files and the secrets. */
  readonly dataFolder: string
  /** A PostgreSQL server of the operator's; without it the embedded one is started. */
  readonly databaseUrl: string | undefined
  /** The same database as the restricted application user; without it the pool takes the application role with SET ROLE. */
  readonly applicationDatabaseUrl: string | undefined
  /** The database schema of this city. */
  readonly schema: string
  readonly databasePoolSize: number
  /** How many callers may wait for a connection, for longer than a moment, before others are turned away at once with 503. */
  readonly mostWaiting: number
  /** Port of the metrics on loopback; 0 takes a free one. */
  readonly metricsPort: number | undefined
  /** Address of a collector of traces (OTLP over HTTP). */
  readonly traces: string | undefined
  /** Networks beside the public internet where webhooks may go, in CIDR notation: none unless the operator names them. */
  readonly webhookNetworks: readonly string[]
  /** Networks of the balancers that tell in X-Forwarded-For who asks, in CIDR notation: one on this machine is believed anyway. */
  readonly proxies: readonly string[]
  /** Load the demo city into an empty database and offer the development identity provider. */
  readonly demo: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration from environment variables; a value that cannot be meant throws, naming the variable. */
export function readConfig(environment: Environment = process.env): Config {
  const port = integer(environment, 'PORT', { fallback: 8080, min: 0, max: 65535 })
  const mode = oneOf(environment, 'NODE_ENV', ['production', 'development', 'test'] as const, 'production')
  return {
    mode,
    host: environment['HOST'] ?? '0.0.0.0',
    port,
    publicUrl: (environment['YIMEN_PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    dataFolder: resolve(environment['YIMEN_DATA'] ?? '.data'),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    applicationDatabaseUrl: environment['YIMEN_APPLICATION_DATABASE_URL'] || undefined,
    schema: schemaName(environment['YIMEN_SCHEMA'] ?? 'yimen'),
    databasePoolSize: integer(environment, 'YIMEN_POOL', { fallback: 10, min: 1, max: 200 }),
    mostWaiting: integer(environment, 'YIMEN_MOST_WAITING', { fallback: 32, min: 1, max: 10_000 }),
    metricsPort: environment['YIMEN_METRICS_PORT'] ? integer(environment, 'YIMEN_METRICS_PORT', { fallback: 0, min: 0, max: 65535 }) : undefined,
    traces: address(environment, 'YIMEN_TRACES'),
    webhookNetworks: networks(environment, 'YIMEN_WEBHOOK_NETWORKS'),
    proxies: networks(environment, 'YIMEN_PROXIES'),
    demo: oneOf(environment, 'YIMEN_DEMO', ['yes', 'no'] as const, environment['DATABASE_URL'] ? 'no' : 'yes') === 'yes',
    logLevel: oneOf(environment, 'YIMEN_LOG', ['debug', 'info', 'warn', 'error', 'silent'] as const, 'warn'),
  }
}

function integer(environment: Environment, name: string, { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number }): number {
  const text = environment[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max) throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${text}"`)
  return value
}

function oneOf<const T extends readonly string[]>(environment: Environment, name: string, choices: T, fallback: T[number]): T[number] {
  const text = environment[name]
  if (text === undefined || text === '') return fallback
  const choice = choices.find((c) => c === text)
  if (choice === undefined) throw new Error(`${name} must be one of ${choices.join(', ')}, not "${text}"`)
  return choice
}

function address(environment: Environment, name: string): string | undefined {
  const text = environment[name]
  if (text === undefined || text === '') return undefined
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Error(`${name} must be an address that begins with http:// or https://, not "${text}"`)
  return text
}

function networks(environment: Environment, name: string): readonly string[] {
  const found = (environment[name] ?? '').split(',').flatMap((part) => part.trim() || [])
  for (const network of found) {
    const [address = '', bits = ''] = network.split('/')
    const most = isIP(address) === 4 ? 32 : 128
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most) throw new Error(`${name} must be networks such as 10.20.0.0/16 with commas between them, not "${network}"`)
  }
  return found
}

function schemaName(text: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(text)) throw new Error(`YIMEN_SCHEMA must be lower-case letters, digits and underscores, not "${text}"`)
  return text
}
