// Asks a server for so many seconds, in a process of its own, so that who measures does not slow down what is measured:
//   node load-process.ts '{"address": …, "token": …, "seconds": 4, "callers": 32}'      each asks again when answered
//   node load-process.ts '{"address": …, "token": …, "seconds": 4, "perSecond": 2000}'  so many come, answered or not
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { BareLine } from './bare-line.ts'
import type { LoadAsked, LoadFound } from './load.ts'

/** Before the measuring begins: the crowd that is let in at first is no steady state. */
const settlingMs = 1_500
const mostOpen = 1_500

const asked = JSON.parse(process.argv[2] ?? '{}') as LoadAsked
const lines: BareLine[] = []
const free: BareLine[] = []
const served: number[] = []
const shed: number[] = []
const all = { served: 0, shed: 0 }
let [other, open] = [0, 0]
const from = performance.now() + settlingMs
const until = from + asked.seconds * 1_000

async function ask(): Promise<number> {
  const begun = performance.now()
  open += 1
  const line = free.shift() ?? anotherLine()
  const status = await line.ask()
  open -= 1
  free.push(line)
  const took = performance.now() - begun
  if (status === 200) all.served += 1
  else if (status === 503) all.shed += 1
  if (begun >= from && begun < until) {
    if (status === 200) served.push(took)
    else if (status === 503) shed.push(took)
    else other += 1
  }
  return status
}

function anotherLine(): BareLine {
  const line = new BareLine(asked.address, asked.token)
  lines.push(line)
  return line
}

async function closedLoop(callers: number): Promise<void> {
  await Promise.all(Array.from({ length: callers }, async () => {
    while (performance.now() < until) if ((await ask()) !== 200) await pause(200)
  }))
}

async function openLoop(perSecond: number): Promise<void> {
  const begun = performance.now()
  for (let sent = 0; performance.now() < until; await pause(5)) {
    for (const due = ((performance.now() - begun) / 1_000) * perSecond; sent < due; sent++) if (open < mostOpen) void ask()
  }
  while (open > 0) await pause(20)
}

await ('perSecond' in asked ? openLoop(asked.perSecond) : closedLoop(asked.callers))
for (const line of lines) line.close()
const found: LoadFound = { served, shed, other, all }
process.stdout.write(JSON.stringify(found))
