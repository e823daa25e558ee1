import { z } from 'zod'
import { defineJob } from '#kernel/jobs/job.ts'
import { channelsOf } from './channel.ts'
import { sendDue } from './send-due.ts'

/** Sends the messages that are due. Safe to run twice: a message is claimed before it is sent. */
export const sendNotificationsJob = defineJob({
  name: 'kernel.send-notifications',
  payload: z.object({}),
  everySecond: true,
  async run({ db, now, services }) {
    await sendDue({ db, now, vault: services.vault, log: services.log, channels: channelsOf(services.config) })
  },
})
