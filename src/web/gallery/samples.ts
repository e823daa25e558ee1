import type { CalendarDay } from '#ui/calendar-months.ts'
import type { FlowEdge, FlowNode } from '#ui/flow-layout.ts'
import type { QrMatrix } from '#ui/qr-path.ts'

/** 2026-09-11 to 2026-10-10 under the published arrangement of 2026, with six working days of expert review. */
export const clockDays: readonly CalendarDay[] = [
  { day: '2026-09-11', counted: false, label: '受理', why: '受理当天不计，次日起算' },
  ...rest(['2026-09-12', '2026-09-13'], '周末'),
  ...counted([['2026-09-14', 1], ['2026-09-15', 2]], '审批科审查'),
  ...stopped(['2026-09-16', '2026-09-17', '2026-09-18']),
  ...rest(['2026-09-19'], '周末'),
  { day: '2026-09-20', counted: false, stopped: true, label: '停表', why: '专家评审，停表（调休上班）', arrangement: 'work' },
  ...stopped(['2026-09-21', '2026-09-22']),
  ...counted([['2026-09-23', 3], ['2026-09-24', 4]], '恢复计时，审批科审查'),
  ...rest(['2026-09-25', '2026-09-26', '2026-09-27'], '中秋', '中秋节放假'),
  ...counted([['2026-09-28', 5], ['2026-09-29', 6], ['2026-09-30', 7]], '审批科审查'),
  ...rest(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'], '国庆', '国庆节放假'),
  ...counted([['2026-10-08', 8], ['2026-10-09', 9]], '工作日'),
  { day: '2026-10-10', counted: true, number: 10, why: '周六，调休上班，承诺到期', arrangement: 'work' },
]

export const flowNodes: readonly FlowNode[] = [
  { id: 'submit', title: '你提交申请', kind: 'start', text: '网上填，或到任意一个综合窗口。' },
  { id: 'accept', title: '受理', note: '综合窗口，1个工作日内', text: '材料齐就受理。不齐的，一次把要补的全说清楚。' },
  { id: 'review', title: '审查，现场核查', note: '2名执法人员，3天', kind: 'main', text: '系统随机派件。2名执法人员到店核查，提前一天约时间。' },
  { id: 'water', title: '水务局意见', note: '2天' },
  { id: 'green', title: '林业和园林局意见', note: '3天' },
  { id: 'decide', title: '作出决定', note: '审批人员，1天', text: '准予的当天公示。不予的写明理由和救济途径。' },
  { id: 'deliver', title: '制证，送达', note: '电子证照当场可用', kind: 'result', text: '电子证照即时生效，纸质证可邮寄。' },
]

export const flowEdges: readonly FlowEdge[] = [
  { from: 'submit', to: 'accept' },
  { from: 'accept', to: 'submit', label: '一次告知' },
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
  { name: '规划资源分局', parts: '318/331', share: '96.1%', open: 6, closed: 7 },
  { name: '林业园林局', parts: '61/70', share: '87.1%', open: 5, closed: 4 },
  { name: '公安分局', parts: '742/742', share: '100.0%', open: 0, closed: 0 },
]

function rest(days: readonly string[], label: string, why = label): CalendarDay[] {
  const holiday = label === '周末' ? {} : ({ arrangement: 'off' } as const)
  return days.map((day) => ({ day, counted: false, label, why, ...holiday }))
}

function stopped(days: readonly string[]): CalendarDay[] {
  return days.map((day) => ({ day, counted: false, stopped: true, label: '停表', why: '专家评审，停表' }))
}

function counted(days: readonly (readonly [day: string, number: number])[], why: string): CalendarDay[] {
  return days.map(([day, number]) => ({ day, number, counted: true, why }))
}

function finderAt(x: number, y: number): boolean | undefined {
  const corner = [[0, 0], [14, 0], [0, 14]].find(([left = 0, top = 0]) => x >= left - 1 && x <= left + 7 && y >= top - 1 && y <= top + 7)
  if (!corner) return undefined
  const [left = 0, top = 0] = corner
  const ring = Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3))
  return ring === 3 || ring <= 1
}
