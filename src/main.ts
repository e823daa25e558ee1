import { enableCompileCache } from 'node:module'
import process from 'node:process'
import { readConfig } from '#kernel/config/config.ts'
import { say } from '#kernel/log/say.ts'

// Compiled code is kept between starts: a third of the time to the first answer.
enableCompileCache()

/** The process: serve | work | migrate | check | city | report | rotate-keys | create-administrator. Each command loads only what it needs. */
const [command = 'serve', ...flags] = process.argv.slice(2)
const config = readConfig()

switch (command) {
  case 'serve': {
    const { serveOffice } = await import('./serve.ts')
    const { welcome } = await import('./welcome.ts')
    const running = await serveOffice(config, { development: flags.includes('--dev') })
    for (const line of welcome(config, running.port, running.tokens)) say(line)
    if (running.metricsPort !== undefined) say(`metrics: http://127.0.0.1:${running.metricsPort}/metrics`)
    stopOn(() => running.close())
    break
  }
  case 'work': {
    const { openOffice } = await import('./process.ts')
    const { workJobs } = await import('./serve.ts')
    const office = await openOffice(config)
    const jobs = await workJobs(office, config)
    stopOn(async () => {
      await jobs.stop()
      await office.close()
    })
    break
  }
  case 'migrate': {
    const { migrateAll, openServer } = await import('./process.ts')
    const { ownerUrl, server } = await openServer(config)
    for (const name of await migrateAll(ownerUrl, config.schema)) say(name)
    if (server?.adopted === false) await server.stop()
    break
  }
  case 'check': {
    const { checkOffice } = await import('./check.ts')
    process.exitCode = (await checkOffice(config, say)) ? 0 : 1
    break
  }
  case 'city':
    await (await import('./city/live.ts')).runCity(config, flags, say)
    break
  case 'report':
    await (await import('./report.ts')).writeReports(config, flags, say)
    break
  case 'rotate-keys':
    await (await import('./rotate-keys.ts')).rotateKeys(config, say)
    break
  case 'create-administrator':
    await (await import('./create-administrator.ts')).createAdministrator(config, flags, say)
    break
  default:
    say(`unknown command "${command}": serve | work | migrate | check | city | report | rotate-keys | create-administrator`)
    process.exitCode = 2
}

/** Ctrl-C and SIGTERM end the program in order, once; a second signal ends it at once. */
function stopOn(close: () => Promise<void>): void {
  const stop = (): void => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
    void close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}
