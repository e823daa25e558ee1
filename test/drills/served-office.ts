import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { readConfig } from '#kernel/config/config.ts'
import { scratchFolder } from '#test/harness/office.ts'
import { startServer, type TestServer } from '#test/harness/server.ts'
import { checkOffice } from '../../src/check.ts'

/** A program on a data folder of its own that a drill may kill and start again. */
export class ServedOffice {
  readonly dataFolder: string
  server: TestServer

  private constructor(dataFolder: string, server: TestServer) {
    this.dataFolder = dataFolder
    this.server = server
  }

  static async start(dataFolder = scratchFolder(), mode: 'test' | 'production' = 'test'): Promise<ServedOffice> {
    return new ServedOffice(dataFolder, await startServer(dataFolder, mode))
  }

  token(role: string): string {
    return this.server.tokens.get(role) ?? ''
  }

  async restart(): Promise<void> {
    this.server = await startServer(this.dataFolder)
  }

  async asOwner<Found>(look: (client: pg.Client) => Promise<Found>): Promise<Found> {
    const client = new pg.Client({ connectionString: this.server.database.databaseUrl('yimen'), options: '-c search_path=yimen' })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await look(client)
    } finally {
      await client.end()
    }
  }

  /** Waits until it answers again; milliseconds, or undefined if it did not within half a minute. */
  async untilHealthy(address = this.server.address): Promise<number | undefined> {
    const begun = performance.now()
    while (performance.now() - begun < 30_000) {
      const response = await fetch(`${address}/healthz`).catch(() => undefined)
      await response?.body?.cancel()
      if (response?.status === 200) return performance.now() - begun
      await pause(20)
    }
    return undefined
  }

  async ledgerFaults(): Promise<readonly string[]> {
    const lines: string[] = []
    const holds = await checkOffice(readConfig({ YIMEN_DATA: this.dataFolder, YIMEN_LOG: 'error' }), (line) => void lines.push(line))
    return holds ? [] : lines.slice(0, 2)
  }

  async close(): Promise<void> {
    if (this.server.isAlive()) await this.server.stop()
    else await this.server.database.stop().catch(() => undefined)
    rmSync(this.dataFolder, { recursive: true, force: true })
  }
}
