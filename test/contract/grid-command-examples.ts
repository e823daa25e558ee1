import { anonymous } from '#kernel/access/caller.ts'
import { administrator } from '#test/harness/callers.ts'
import { anEvent, aPicture, type EventStage, gridPeople, type GridPeople, verify } from '#test/harness/grid.ts'
import { anOrder, hotlinePeople } from '#test/harness/hotline.ts'
import type { CommandRecipe } from './command-examples.ts'

/** An event at a stage, for one of the people of the grid. */
function eventAt(stage: EventStage, by: keyof GridPeople): CommandRecipe {
  return async (office) => ({ caller: (await gridPeople(office))[by], values: { number: (await anEvent(office, stage)).number } })
}

function byReporter(stage: EventStage): CommandRecipe {
  return async (office) => {
    const { number, queryCode } = await anEvent(office, stage)
    return { caller: anonymous, values: { number, code: queryCode } }
  }
}

/** An event that was extended, and perhaps shelved. */
function extendedEvent(isShelved: boolean): CommandRecipe {
  return async (office) => {
    const { town } = await gridPeople(office)
    const { number } = await anEvent(office, 'disposing')
    await office.call('grid.delay-event', town, { number, hours: 7, reason: '需要采购' })
    if (isShelved) await office.call('grid.shelve-event', town, { number, reason: '涉及管网改造', reviewOn: '2026-10-30' })
    return { caller: town, values: { number } }
  }
}

/** How the event of each command of the grid is brought to the state in which the command is given. */
export const gridRecipes: Readonly<Record<string, CommandRecipe>> = {
  'grid.report-problem': async () => ({ caller: anonymous, values: {} }),
  'grid.collect-event': async (office) => ({ caller: (await gridPeople(office)).worker, values: {} }),
  'grid.add-photo': eventAt('reported', 'worker'),
  'grid.attach-photo': byReporter('reported'),
  'grid.file-event': eventAt('reported', 'town'),
  'grid.decline-event': eventAt('reported', 'town'),
  'grid.dispatch-event': eventAt('registered', 'town'),
  'grid.accept-event': eventAt('dispatched', 'worker'),
  'grid.return-event': eventAt('dispatched', 'worker'),
  'grid.escalate-event': eventAt('registered', 'town'),
  'grid.delay-event': eventAt('disposing', 'town'),
  'grid.feed-back-event': eventAt('disposing', 'worker'),
  'grid.verify-event': async (office) => {
    const { otherWorker } = await gridPeople(office)
    const { number } = await anEvent(office, 'fedBack')
    const { longitude, latitude } = await office.call('grid.get-event', otherWorker, { number })
    await office.call('grid.add-photo', otherWorker, { number, name: 'photo.png', bytes: aPicture })
    return { caller: otherWorker, values: { number, longitude, latitude } }
  },
  'grid.conclude-event': eventAt('verified', 'town'),
  'grid.evaluate-event': async (office) => {
    const { town, worker } = await gridPeople(office)
    const { number } = await office.call('grid.collect-event', worker, { category: 'E0102', description: '垃圾', cellId: '44011400100101' })
    await office.call('grid.file-event', town, { number })
    await office.call('grid.dispatch-event', town, { number, level: 'community' })
    await office.call('grid.accept-event', worker, { number })
    await office.call('grid.feed-back-event', worker, { number, treatment: '已清运' })
    await verify(office, number)
    await office.call('grid.conclude-event', town, { number, result: '已解决' })
    return { caller: town, values: { number } }
  },
  'grid.rate-event': byReporter('concluded'),
  'grid.shelve-event': extendedEvent(false),
  'grid.review-shelved-event': extendedEvent(true),
  'grid.link-order': async (office) => ({ caller: (await hotlinePeople(office)).seat, values: { number: (await anEvent(office, 'registered')).number, orderNumber: (await anOrder(office)).number } }),
  'grid.import-components': async (office) => ({ caller: await administrator(office), values: {} }),
  'grid.assign-worker': async (office) => ({ caller: (await gridPeople(office)).town, values: {} }),
  'grid.plan-patrol': async (office) => ({ caller: (await gridPeople(office)).town, values: {} }),
  'grid.record-track': async (office) => ({ caller: (await gridPeople(office)).worker, values: {} }),
}
