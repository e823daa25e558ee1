import type { ItemScope, Window } from '#modules/organisation/schema.ts'

interface DedicatedPlan {
  readonly name: string
  readonly key: string
  readonly zoneKey: string
  readonly units: readonly string[]
  readonly themes: readonly string[]
}

interface HallPlan {
  readonly hallKey: string
  readonly zoneKey: string
  readonly general: number
  /** Numbers of the general windows with a low counter. */
  readonly low: readonly number[]
  readonly dedicated: readonly DedicatedPlan[]
}

const PLAN: readonly HallPlan[] = [
  {
    hallKey: 'qu-zhengwu',
    zoneKey: 'zonghe',
    general: 16,
    low: [1, 2],
    dedicated: [
      { name: '不动产登记专窗', key: 'budongchan', zoneKey: 'zhuanchuang', units: ['budongchan-dengji'], themes: ['th-22', 'th-23'] },
      { name: '公安专窗', key: 'gongan', zoneKey: 'zhuanchuang', units: ['gongan'], themes: [] },
      { name: '税务专窗', key: 'shuishou', zoneKey: 'zhuanchuang', units: ['shuishou'], themes: [] },
      { name: '社保医保专窗', key: 'shebao', zoneKey: 'zhuanchuang', units: ['renli-shebao', 'yiliao-baozhang'], themes: ['th-25', 'th-34'] },
      { name: '重点产业项目报建专窗', key: 'xiangmu', zoneKey: 'gongcheng', units: ['ziran-ziyuan', 'zhufang-jianshe'], themes: ['th-30', 'th-31'] },
      { name: '水电气讯报装专窗', key: 'baozhuang', zoneKey: 'gongcheng', units: ['gongyong-shiye', 'gongdian', 'tongxin'], themes: ['th-24'] },
    ],
  },
  {
    hallKey: 'lvse-jinrong',
    zoneKey: 'qiye',
    general: 3,
    low: [1],
    dedicated: [{ name: '企业开办专窗', key: 'qiye-kaiban', zoneKey: 'qiye', units: ['shichang-jianguan'], themes: ['th-15', 'th-16', 'th-17'] }],
  },
  {
    hallKey: 'huadong-zhen',
    zoneKey: 'bianmin',
    general: 3,
    low: [1],
    dedicated: [{ name: '救助优抚专窗', key: 'jiuzhu', zoneKey: 'bianmin', units: ['minzheng', 'canji-lianhe', 'tuiyi-junren'], themes: ['th-27', 'th-28', 'th-29'] }],
  },
]

function windowsOfHall(plan: HallPlan): readonly Window[] {
  const general = Array.from({ length: plan.general }, (_, at): Window => {
    const number = at + 1
    const scope: ItemScope = { kind: 'all' }
    const key = `${plan.hallKey}-zonghe-${number}`
    return { key, hallKey: plan.hallKey, zoneKey: plan.zoneKey, number, name: `综合窗口${number}号`, kind: 'GENERAL', scope, lowCounter: plan.low.includes(number) }
  })
  const dedicated = plan.dedicated.map((planned, at): Window => {
    const scope: ItemScope = { kind: 'selected', units: planned.units, themes: planned.themes, items: [] }
    const key = `${plan.hallKey}-${planned.key}`
    return { key, hallKey: plan.hallKey, zoneKey: planned.zoneKey, number: plan.general + at + 1, name: planned.name, kind: 'DEDICATED', scope, lowCounter: false }
  })
  return [...general, ...dedicated]
}

/** The 30 windows of the three halls; numbers run through each hall, general windows first. */
export function windows(): readonly Window[] {
  return PLAN.flatMap(windowsOfHall)
}
