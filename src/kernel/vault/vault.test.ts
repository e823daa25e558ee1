import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { newId } from '#kernel/ids/new-id.ts'
import { settableClock } from '#kernel/time/clock-source.ts'
import { mondayMorning, openTestOffice } from '#test/harness/office.ts'
import { createVault } from './vault.ts'

const office = await openTestOffice({ with: 'empty' })
after(() => office.close())
const { db } = office.database
const secrets = { personalDataKey: randomBytes(32), blindIndexKey: randomBytes(32) }
const aSubject = (): string => newId(mondayMorning.getTime())

test('a list of more people than the vault remembers is read to its last line', async () => {
  const vault = createVault(secrets, settableClock(mondayMorning), 2)
  const subjects = [aSubject(), aSubject(), aSubject(), aSubject()]
  const boxes = []
  for (const subjectId of subjects) {
    await vault.createKey(db, subjectId)
    boxes.push({ subjectId, box: await vault.seal(db, subjectId, { name: subjectId }) })
  }
  assert.deepEqual(await vault.openMany(db, boxes), subjects.map((name) => ({ name })))
})

test('a forgotten subject stays unreadable, in another process after a minute at the latest', async () => {
  const clock = settableClock(mondayMorning)
  const [here, elsewhere] = [createVault(secrets, clock), createVault(secrets, clock)]
  const subjectId = aSubject()
  await here.createKey(db, subjectId)
  const box = await here.seal(db, subjectId, 'name')
  assert.equal(await elsewhere.open(db, subjectId, box), 'name')
  await here.destroyKey(db, subjectId, mondayMorning)
  assert.equal(await here.open(db, subjectId, box), undefined)
  clock.advance(60_001)
  assert.equal(await elsewhere.open(db, subjectId, box), undefined)
})
