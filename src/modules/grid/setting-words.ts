import { categories } from './categories.ts'
import texts from './locales/settings.zh-CN.json' with { type: 'json' }
import { limitNameOf } from './settings.ts'

const { eachCategory, ...others } = texts

/** The words of every local rule of the grid: those of a class are made of what the class is called. */
export const settingWords = { ...others, ...Object.fromEntries(categories.map(({ key, group, name }) => [limitNameOf(key), { ...eachCategory, title: `${group}：${name}` }])) }
