import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { permissions } from './access.ts'
import { gridErrors } from './errors.ts'
import { remindShelvedJob } from './jobs.ts'
import { eventLifecycle } from './lifecycle.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { acceptEvent } from './operations/accept-event.ts'
import { addPhoto } from './operations/add-photo.ts'
import { assignWorker } from './operations/assign-worker.ts'
import { attachPhoto } from './operations/attach-photo.ts'
import { collectEvent } from './operations/collect-event.ts'
import { concludeEvent } from './operations/conclude-event.ts'
import { countEvents } from './operations/count-events.ts'
import { declineEvent } from './operations/decline-event.ts'
import { delayEvent } from './operations/delay-event.ts'
import { dispatchEvent } from './operations/dispatch-event.ts'
import { escalateEvent } from './operations/escalate-event.ts'
import { evaluateEvent } from './operations/evaluate-event.ts'
import { getEventClock, getEventLedger } from './operations/event-records.ts'
import { exportComponents } from './operations/export-components.ts'
import { exportEvents } from './operations/export-events.ts'
import { feedBackEvent } from './operations/feed-back-event.ts'
import { fileEvent } from './operations/file-event.ts'
import { findCellAt } from './operations/find-cell.ts'
import { getCell } from './operations/get-cell.ts'
import { getComponent } from './operations/get-component.ts'
import { getEvent } from './operations/get-event.ts'
import { getMap } from './operations/get-map.ts'
import { getPhoto } from './operations/get-photo.ts'
import { getProgress } from './operations/get-progress.ts'
import { importComponents } from './operations/import-components.ts'
import { linkOrder } from './operations/link-order.ts'
import { listCategories } from './operations/list-categories.ts'
import { listCells } from './operations/list-cells.ts'
import { listComponents } from './operations/list-components.ts'
import { listEvents } from './operations/list-events.ts'
import { listOwn } from './operations/list-own.ts'
import { listPatrols } from './operations/list-patrols.ts'
import { listWorkers } from './operations/list-workers.ts'
import { loadCells } from './operations/load-cells.ts'
import { planPatrol } from './operations/plan-patrol.ts'
import { rateEvent } from './operations/rate-event.ts'
import { recordTrack } from './operations/record-track.ts'
import { remindShelved } from './operations/remind-shelved.ts'
import { reportProblem } from './operations/report-problem.ts'
import { returnEvent } from './operations/return-event.ts'
import { reviewShelvedEvent } from './operations/review-shelved-event.ts'
import { shelveEvent } from './operations/shelve-event.ts'
import { verifyEvent } from './operations/verify-event.ts'
import { settingWords } from './setting-words.ts'
import { everyGridSetting } from './settings.ts'

const cells = [listCells, getCell, findCellAt, getMap, listCategories, listWorkers, assignWorker, loadCells] as const
const components = [importComponents, listComponents, exportComponents, getComponent] as const
const events = [reportProblem, collectEvent, addPhoto, attachPhoto, getProgress, rateEvent, listOwn, listEvents, exportEvents, countEvents, getEvent, getEventLedger, getEventClock, getPhoto] as const
const commands = [fileEvent, declineEvent, dispatchEvent, acceptEvent, returnEvent, escalateEvent, delayEvent, feedBackEvent, verifyEvent, concludeEvent, evaluateEvent, shelveEvent, reviewShelvedEvent, linkOrder] as const
const patrols = [planPatrol, listPatrols, recordTrack, remindShelved] as const

/** 网格: one grid over the district, and what is found in it from the report to the look on the spot. */
export const grid = defineModule({
  name: 'grid',
  needs: ['organisation', 'subjects', 'hotline'],
  operations: [...cells, ...components, ...events, ...commands, ...patrols],
  permissions,
  refusals: gridErrors,
  lifecycles: [eventLifecycle],
  jobs: [remindShelvedJob],
  settings: everyGridSetting,
  locales: { zh: { ...zh, settings: settingWords }, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { categories } from './categories.ts'
export { gridErrors } from './errors.ts'
export { gridMetrics } from './metrics.ts'
export { geoOf } from './frame.ts'
export { placeOf } from './place-of.ts'
export { middleOf } from './rules/partition.ts'
export { Problem } from './schema.ts'
export { listCellsByIds } from './store/cells.ts'
export { listPublicEvents, type PublicEvent } from './store/event-lists.ts'
export { takeEvent } from './take-event.ts'
