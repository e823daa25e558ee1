import { z } from 'zod'
import { defineOperation } from '#kernel/contract/operation.ts'
import { newId } from '#kernel/ids/new-id.ts'
import { createLog } from '#kernel/log/log.ts'
import type { OutgoingMessage } from '#kernel/notify/channel.ts'
import { notify } from '#kernel/notify/notify.ts'
import { sendDue } from '#kernel/notify/send-due.ts'
import { openTestOffice, type TestOffice } from '#test/harness/office.ts'
import { type Drill, none } from './drill.ts'

const personId = '01990000-0000-7000-8000-000000000001'
const stepsOfMatter = 3

/** The gateway of SMS takes nothing for an hour, while matters go on and every step of theirs tells somebody. */
export const messages: Drill = {
  id: 'MESSAGES',
  says: 'while the receiver is away for an hour no message is lost, none is sent twice, and each matter is told of in order',
  size: { quick: 30, usual: 300 },
  async run(matters) {
    const [whole, forgetful] = [await hourWithoutGateway(matters, false), await hourWithoutGateway(matters, true)]
    return { counts: { messages: matters * stepsOfMatter, refusedByTheGateway: whole.refused, sent: whole.sent }, faults: whole.faults, control: { broken: 'a sender that forgets a message after the first try', noticed: forgetful.faults } }
  },
}

interface Hour {
  readonly refused: number
  readonly sent: number
  readonly faults: readonly string[]
}

async function hourWithoutGateway(count: number, forgetful: boolean): Promise<Hour> {
  const office = await openTestOffice({ with: 'empty' })
  try {
    await office.app.services.vault.createKey(office.database.db, personId)
    const matters = Array.from({ length: count }, () => newId(office.clock.now().getTime()))
    const gateway = new Gateway()
    for (let minute = 0; minute <= 180; minute++) {
      const step = minute / 20
      if (Number.isInteger(step) && step < stepsOfMatter) for (const matter of matters) await tell(office, matter, step)
      gateway.open = minute >= 60
      await pass(office, gateway)
      if (forgetful) await office.database.pool.query('UPDATE notifications SET next_attempt_at = NULL WHERE attempts > 0')
      office.clock.advance(60_000)
    }
    return { refused: gateway.refused, sent: gateway.taken.length, faults: faultsOf(gateway.taken, matters) }
  } finally {
    await office.close()
  }
}

/** Takes messages while it is open. */
class Gateway {
  open = false
  refused = 0
  readonly taken: OutgoingMessage[] = []

  async send(message: OutgoingMessage): Promise<void> {
    if (this.open) this.taken.push(message)
    else {
      this.refused += 1
      throw new Error('no gateway answers')
    }
  }
}

async function pass(office: TestOffice, gateway: Gateway): Promise<void> {
  const { vault } = office.app.services
  await sendDue({ db: office.database.db, now: office.clock.now(), vault, log: createLog('silent'), channels: { sms: gateway } })
}

async function tell(office: TestOffice, matterId: string, step: number): Promise<void> {
  const operation = defineOperation({
    name: 'trial.tell', summary: '', kind: 'command', access: 'public', input: z.object({}), output: z.object({}), refusals: [],
    run: async (ctx) => {
      await notify(ctx, { recipient: `person:${personId}`, subjectId: personId, matterId, channels: ['sms'], template: { key: 'trial.step', text: '{{matter}} {{step}}' }, params: { matter: matterId, step } })
      return {}
    },
  })
  await office.app.run(operation, { kind: 'system', name: 'job' }, {})
}

function faultsOf(taken: readonly OutgoingMessage[], matters: readonly string[]): readonly string[] {
  const told = Map.groupBy(taken, ({ text }) => text.split(' ')[0] ?? '')
  const stepsTold = matters.map((matter) => (told.get(matter) ?? []).map(({ text }) => Number(text.split(' ')[1])))
  return [
    ...none(matters.length * stepsOfMatter - new Set(taken.map(({ id }) => id)).size, 'messages were lost'),
    ...none(taken.length - new Set(taken.map(({ id }) => id)).size, 'messages were sent twice'),
    ...none(stepsTold.filter((steps) => steps.some((step, place) => step < (steps[place - 1] ?? 0))).length, 'matters were told of out of order'),
  ]
}
