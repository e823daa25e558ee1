import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { say } from '#kernel/log/say.ts'
import type { VolumeTimes } from './measure.ts'

/** Writes docs/reports/bench-volume.md: each act at each volume, and the last volume as a ratio of the first. */
export function writeVolumes(folder: string, volumes: readonly VolumeTimes[], flags: string): void {
  const [first] = volumes
  const last = volumes.at(-1)
  if (first === undefined || last === undefined) return
  const acts = [...first.times.keys()]
  const cell = (volume: VolumeTimes, act: string): string => `${(volume.times.get(act)?.at(0.5) ?? 0).toFixed(1)} / ${(volume.times.get(act)?.at(0.95) ?? 0).toFixed(1)}`
  const ratio = (act: string): string => ((last.times.get(act)?.at(0.5) ?? 0) / (first.times.get(act)?.at(0.5) ?? 1)).toFixed(2)
  const lines = [
    '# How the operations grow with the volume',
    '',
    `\`node bench/volume.ts ${flags}\`. Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB. Cases were taken through the operations and copied with their steps, clocks, tasks, evidence and ledger`,
    '(chains and tree worked out anew); documents, messages and access entries are not copied. Called in one process without a server; p50 / p95 in milliseconds.',
    '',
    `| act | ${volumes.map(({ cases }) => `${cases} cases`).join(' | ')} | last ÷ first |`,
    `|---|${volumes.map(() => '---|').join('')}---|`,
    ...acts.map((act) => `| ${act} | ${volumes.map((volume) => cell(volume, act)).join(' | ')} | ${ratio(act)} |`),
    '',
    `| | ${volumes.map(({ cases }) => `${cases} cases`).join(' | ')} |`,
    `|---|${volumes.map(() => '---|').join('')}`,
    `| bytes a case on disk, all tables | ${volumes.map(({ bytesPerCase }) => bytesPerCase).join(' | ')} |`,
    `| loaded in seconds | ${volumes.map(({ loadSeconds }) => loadSeconds.toFixed(0)).join(' | ')} |`,
    `| events verified a second (all of them, with tree and seals) | ${volumes.map(({ eventsVerified }) => eventsVerified).join(' | ')} |`,
    '',
  ]
  writeFileSync(join(folder, 'bench-volume.md'), lines.join('\n'))
  say(lines.join('\n'))
}
