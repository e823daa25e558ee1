import calendarEn from '../calendar/locales/en.json' with { type: 'json' }
import calendarZh from '../calendar/locales/zh-CN.json' with { type: 'json' }
import devicesEn from '../devices/locales/en.json' with { type: 'json' }
import devicesZh from '../devices/locales/zh-CN.json' with { type: 'json' }
import documentsEn from '../documents/locales/en.json' with { type: 'json' }
import documentsZh from '../documents/locales/zh-CN.json' with { type: 'json' }
import filesEn from '../files/locales/en.json' with { type: 'json' }
import filesZh from '../files/locales/zh-CN.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import zh from '../locales/zh-CN.json' with { type: 'json' }
import sessionEn from '../session/locales/en.json' with { type: 'json' }
import sessionZh from '../session/locales/zh-CN.json' with { type: 'json' }
import settingsEn from '../settings/locales/en.json' with { type: 'json' }
import settingsZh from '../settings/locales/zh-CN.json' with { type: 'json' }
import signalsEn from '../signals/locales/en.json' with { type: 'json' }
import signalsZh from '../signals/locales/zh-CN.json' with { type: 'json' }
import timeEn from '../time/locales/en.json' with { type: 'json' }
import timeZh from '../time/locales/zh-CN.json' with { type: 'json' }

/** The kernel's texts; the titles of refusals come from the folder that refuses, each written once. */
export const kernelLocales = {
  zh: { ...zh, errors: { ...zh.errors, ...timeZh.errors, ...calendarZh.errors, ...settingsZh.errors, ...signalsZh.errors, ...filesZh.errors, ...devicesZh.errors, ...documentsZh.errors, ...sessionZh.errors } },
  en: { ...en, errors: { ...en.errors, ...timeEn.errors, ...calendarEn.errors, ...settingsEn.errors, ...signalsEn.errors, ...filesEn.errors, ...devicesEn.errors, ...documentsEn.errors, ...sessionEn.errors } },
}
