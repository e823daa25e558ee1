import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { channelsOf } from './channel.ts'
import { sendingJob } from './notify.ts'
import { sendDue } from './send-due.ts'

/** Sends the messages of one step at once, and every minute those whose next try is due. Safe to run twice: a message is claimed before it is sent. */
export const sendNotificationsJob = defineJob({
  name: sendingJob,
  payload: z.object({ ids: z.array(z.uuid()).optional() }),
  schedule: '* * * * *',
  async run({ db, now, services }, { ids }) {
    await sendDue({ db, now, vault: services.vault, log: services.log, channels: channelsOf(services.config) }, ids)
  },
})
