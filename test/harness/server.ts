import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded.ts'

/** The program as an operator runs it: a process of its own on a data folder of its own, which killing does not clean up. */
export interface TestServer {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string
  /** A bearer token for each role, as printed at the start. */
  readonly tokens: ReadonlyMap<string, string>
  /** The PostgreSQL of this data folder. */
  readonly database: EmbeddedServer
  readonly pid: number
  isAlive(): boolean
  /** SIGKILL to the program; its PostgreSQL lives on. */
  kill(): Promise<void>
  /** SIGKILL to the postmaster and to every process under it. */
  killDatabase(): void
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
}

const root = join(import.meta.dirname, '../..')

/** What `npm start` runs, with its flags. */
const startWords = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: { readonly start: string } }).scripts.start.split(' ').slice(1)

/** Starts the program as `npm start` does, on a free port, and waits until it has printed its address and the demo tokens. In mode `test` it checks each of its own answers; `environment` adds to what the program is told. */
export async function startServer(dataFolder: string, mode: 'test' | 'production' = 'test', environment: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const program = spawn(process.execPath, startWords, {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', YIMEN_DATA: dataFolder, YIMEN_DEMO: 'yes', YIMEN_LOG: 'silent', NODE_ENV: mode, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { port, tokens } = await readWelcome(program)
  const database = await startEmbedded(dataFolder)
  const ended = once(program, 'exit') as Promise<[number | null]>
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    program.kill(signal)
    return (await ended)[0]
  }
  return {
    address: `http://127.0.0.1:${port}`,
    tokens,
    database,
    pid: program.pid ?? 0,
    isAlive: () => program.exitCode === null && program.signalCode === null,
    kill: async () => void (await end('SIGKILL')),
    killDatabase: () => killTree(Number.parseInt(readFileSync(join(database.folder, 'cluster/postmaster.pid'), 'utf8'), 10)),
    stop: () => end('SIGTERM'),
  }
}

/** Reads the lines of welcome.ts; `agent` is the last role that it prints. */
async function readWelcome(program: ChildProcessByStdio<null, Readable, Readable>): Promise<{ readonly port: number; readonly tokens: ReadonlyMap<string, string> }> {
  const tokens = new Map<string, string>()
  let port = 0
  let complaints = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-4_000)))
  for await (const line of createInterface({ input: program.stdout })) {
    port ||= Number(/^Yimen: http:\/\/localhost:(\d+)/.exec(line)?.[1] ?? 0)
    const [, role, token] = /^ {2}(\w+) +([\w-]{20,}) /.exec(line) ?? []
    if (role !== undefined && token !== undefined) tokens.set(role, token)
    if (role === 'agent') break
  }
  if (port === 0 || !tokens.has('agent')) throw new Error(`the program ended before it served:\n${complaints}`)
  program.stdout.resume()
  return { port, tokens }
}

/** Kills the parent first, so that it starts nothing new; its children are those of the process table of this moment. */
function killTree(pid: number): void {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const children = table.split('\n').flatMap((line) => {
    const [child, parent] = line.trim().split(/\s+/).map(Number)
    return parent === pid && child !== undefined ? [child] : []
  })
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}
