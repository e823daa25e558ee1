import { join } from 'node:path'
import { defineModule } from '#kernel/module/define-module.ts'
import { receptionPermissions } from './access.ts'
import { receptionErrors } from './errors.ts'
import en from './locales/en.json' with { type: 'json' }
import zh from './locales/zh-CN.json' with { type: 'json' }
import { receptionTopics } from './live-topics.ts'
import { callNext } from './operations/call-next.ts'
import { getHallDay } from './operations/get-hall-day.ts'
import { getWindow } from './operations/get-window.ts'
import { finishService, missTicket, startService } from './operations/own-ticket.ts'
import { takeTicket } from './operations/take-ticket.ts'

/** 取号叫号: the people who walk into a hall. */
export const reception = defineModule({
  name: 'reception',
  needs: ['organisation'],
  operations: [takeTicket, getWindow, callNext, startService, finishService, missTicket, getHallDay],
  permissions: receptionPermissions,
  refusals: receptionErrors,
  live: receptionTopics,
  locales: { zh, en },
  migrations: join(import.meta.dirname, 'migrations'),
})

export { watchesHall } from './at-hall.ts'
export { countWaiting, waitingStates } from './store/tickets.ts'
