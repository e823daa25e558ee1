// A cluster of an office on one computer: each machine a network namespace. docs/operations/cluster.md says what is what.
//   node scripts/cluster.ts up [--folder FOLDER] [--asynchronous]
//   node scripts/cluster.ts status | roll | switch | down [--folder FOLDER]
//   node scripts/cluster.ts power-off MACHINE | power-on MACHINE [--folder FOLDER]
import process from 'node:process'
import { parseArgs } from 'node:util'
import { foldersIn, machineNamed, usualFolder } from './cluster/layout.ts'
import { powerOff } from './cluster/namespaces.ts'
import { bringUp, describe, keptIn, missingForCluster, takeDown } from './cluster/office-cluster.ts'
import { switchOver } from './cluster/patroni.ts'
import { powerOn, rollOffices } from './cluster/roll.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { folder: { type: 'string', default: usualFolder }, asynchronous: { type: 'boolean', default: false } } })
const [command, name = ''] = positionals
const { folder: root } = values
const say = (line: string): void => console.log(line)

const missing = missingForCluster()
if (missing === undefined) await run()
else {
  console.error(missing)
  process.exitCode = 1
}

async function run(): Promise<void> {
  switch (command) {
    case 'up':
      return bringUp({ root, synchronous: !values.asynchronous }, say)
    case 'status':
      return (await describe(root)).forEach(say)
    case 'roll':
      return rollOffices(foldersIn(root), keptIn(root).passwords, say)
    case 'switch':
      return say(await switchOver())
    case 'power-off':
      return powerOff(machineNamed(name))
    case 'power-on':
      return powerOn(machineNamed(name), foldersIn(root), keptIn(root).passwords)
    case 'down':
      return takeDown(root)
    default:
      console.error('usage: node scripts/cluster.ts up | status | roll | switch | power-off MACHINE | power-on MACHINE | down')
      process.exitCode = 2
  }
}
