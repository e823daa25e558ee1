import type { CalendarDay } from '#ui/calendar-months.ts'
import type { FlowEdge, FlowNode } from '#ui/flow-layout.ts'
import type { QrMatrix } from '#ui/qr-path.ts'
import { type GalleryTextKey, say } from './text.ts'

/** 2026-09-11 to 2026-10-10 under the published arrangement of 2026, with six working days of expert review. */
export const clockDays: readonly CalendarDay[] = [
  { day: '2026-09-11', counted: false, label: say('calendar.accepted'), why: say('calendar.accepted.why') },
  ...weekend(['2026-09-12', '2026-09-13']),
  ...counted([['2026-09-14', 1], ['2026-09-15', 2]], 'calendar.review'),
  ...stopped(['2026-09-16', '2026-09-17', '2026-09-18']),
  ...weekend(['2026-09-19']),
  { day: '2026-09-20', counted: false, stopped: true, label: say('calendar.stopped'), why: say('calendar.stopped.why-shifted'), arrangement: 'work' },
  ...stopped(['2026-09-21', '2026-09-22']),
  ...counted([['2026-09-23', 3], ['2026-09-24', 4]], 'calendar.resumed'),
  ...holiday(['2026-09-25', '2026-09-26', '2026-09-27'], 'mid-autumn'),
  ...counted([['2026-09-28', 5], ['2026-09-29', 6], ['2026-09-30', 7]], 'calendar.review'),
  ...holiday(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'], 'national-day'),
  ...counted([['2026-10-08', 8], ['2026-10-09', 9]], 'calendar.working-day'),
  { day: '2026-10-10', counted: true, number: 10, why: say('calendar.due'), arrangement: 'work' },
]

export const flowNodes: readonly FlowNode[] = [
  { id: 'submit', title: say('flow.submit'), kind: 'start', text: say('flow.submit.text') },
  { id: 'accept', title: say('flow.accept'), note: say('flow.accept.note'), text: say('flow.accept.text') },
  { id: 'review', title: say('flow.review'), note: say('flow.review.note'), kind: 'main', text: say('flow.review.text') },
  { id: 'water', title: say('flow.water'), note: say('flow.water.note') },
  { id: 'green', title: say('flow.green'), note: say('flow.green.note') },
  { id: 'decide', title: say('flow.decide'), note: say('flow.decide.note'), text: say('flow.decide.text') },
  { id: 'deliver', title: say('flow.deliver'), note: say('flow.deliver.note'), kind: 'result', text: say('flow.deliver.text') },
]

export const flowEdges: readonly FlowEdge[] = [
  { from: 'submit', to: 'accept' },
  { from: 'accept', to: 'submit', label: say('flow.accept.back') },
  { from: 'accept', to: 'review' },
  { from: 'review', to: 'water' },
  { from: 'review', to: 'green' },
  { from: 'water', to: 'decide' },
  { from: 'green', to: 'decide' },
  { from: 'decide', to: 'deliver' },
]

/** A pattern with the three finders of a code; it holds no message. */
export const sampleMatrix: QrMatrix = Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => finderAt(x, y) ?? (x * y + x + y) % 3 === 0))

export interface SampleUnit {
  readonly name: string
  readonly parts: string
  readonly share: string
  readonly open: number
  readonly closed: number
}

export const sampleUnits: readonly SampleUnit[] = [
  { name: say('units.planning'), parts: '318/331', share: '96.1%', open: 6, closed: 7 },
  { name: say('units.forestry'), parts: '61/70', share: '87.1%', open: 5, closed: 4 },
  { name: say('units.police'), parts: '742/742', share: '100.0%', open: 0, closed: 0 },
]

function weekend(days: readonly string[]): CalendarDay[] {
  return days.map((day) => ({ day, counted: false, label: say('calendar.weekend'), why: say('calendar.weekend') }))
}

function holiday(days: readonly string[], name: 'mid-autumn' | 'national-day'): CalendarDay[] {
  return days.map((day) => ({ day, counted: false, label: say(`calendar.${name}`), why: say(`calendar.${name}.why`), arrangement: 'off' }))
}

function stopped(days: readonly string[]): CalendarDay[] {
  return days.map((day) => ({ day, counted: false, stopped: true, label: say('calendar.stopped'), why: say('calendar.stopped.why') }))
}

function counted(days: readonly (readonly [day: string, number: number])[], why: GalleryTextKey): CalendarDay[] {
  return days.map(([day, number]) => ({ day, number, counted: true, why: say(why) }))
}

function finderAt(x: number, y: number): boolean | undefined {
  const corner = [[0, 0], [14, 0], [0, 14]].find(([left = 0, top = 0]) => x >= left - 1 && x <= left + 7 && y >= top - 1 && y <= top + 7)
  if (!corner) return undefined
  const [left = 0, top = 0] = corner
  const ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3))
  return ring === 3 || ring <= 1
}

/** A signature as `signaturePath` writes it. */
export const sampleSignature = 'M90 60L110 58L150 55M128 30L126 90L120 140L100 165M140 95L170 80L180 130L210 120M240 50L236 150M240 100L300 90L310 150M350 60L420 55M385 30L380 90L350 150M380 95L430 150'
