import { type Caller, law } from '#kernel/access/caller.ts'
import type { Operation } from '#kernel/contract/operation.ts'
import type { JobContext } from '#kernel/jobs/job.ts'
import type { App } from '../../app.ts'
import { actOptions } from './people.ts'

/** Lets the law act on clocks that ran out, by the very job of the office (C-01, C-13, C-18); returns how often it did. */
export async function applyLaw(app: App, seed: string, at: Date): Promise<number> {
  const job = app.jobs.find(({ name }) => name === 'cases.apply-lapsed-clocks')
  if (job === undefined) throw new Error('the job that applies lapsed clocks is gone')
  let count = 0
  const run = async (operation: Operation, input: unknown, caller: Caller = law): Promise<unknown> => {
    if (operation.kind === 'query') return app.run(operation, caller, input, { now: at })
    count += 1
    return app.run(operation, caller, input, actOptions(seed, `law:${at.toISOString()}:${count}`, at))
  }
  await job.run({ ...app.jobContext(), now: at, run: run as JobContext['run'] }, {})
  return count
}

/** Folds the events of the day into the tree and signs its root; returns how many there were. */
export async function foldEvents(app: App, at: Date): Promise<number> {
  let folded = 0
  for (;;) {
    const { added, more } = await app.call('kernel.make-checkpoint', law, {}, { now: at })
    folded += added
    if (!more) return folded
  }
}
