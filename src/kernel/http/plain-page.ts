import { createHash } from 'node:crypto'
import en from '../locales/en.json' with { type: 'json' }
import zh from '../locales/zh-CN.json' with { type: 'json' }
import type { PlainLanguage } from './asked-language.ts'
import type { RefusalTexts } from './problem.ts'

// A page that needs nothing: no database, no built file, no script. It is what a browser is shown when the pages themselves
// cannot answer. Its colours are those of src/ui/styles/tokens.css; its style is allowed by its hash.
const style = `:root{color-scheme:light dark}body{margin:0;font:1.0625rem/1.75 "PingFang SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;background:#f3f6f5;color:#141e1e}main{max-width:36em;margin:0 auto;padding:4rem clamp(1rem,4vw,2.5rem)}h1{font-size:2rem;line-height:1.3;margin:0 0 1rem;padding-left:1rem;border-left:4px solid #0a5c5c}a{color:#0a5c5c}small{color:#566465;overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{background:#0e1515;color:#e6eeec}h1{border-color:#7fd0c8}a{color:#7fd0c8}small{color:#a5b4b2}}`
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

const words = { 'zh-CN': zh.plainPage, en: en.plainPage } as const satisfies Readonly<Record<PlainLanguage, unknown>>

export interface PlainWords {
  readonly title: string
  readonly language: PlainLanguage
  readonly requestId: string
}

/** The title of a refusal in the language of a plain page. */
export function plainTitle(texts: RefusalTexts, code: string, language: PlainLanguage): string {
  return language === 'en' ? texts.en(code) : texts.zh(code)
}

/** What went wrong, what to do now, and the number to quote, for a browser: the text, and the headers without which it does not look right. */
export function plainHtml({ title, language, requestId }: PlainWords): { readonly text: string; readonly headers: Readonly<Record<string, string>> } {
  const { next, reload, reference } = words[language]
  const text = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${next}</p><p><a href="">${reload}</a></p><p><small>${reference} ${escaped(requestId)}</small></p></main></body></html>
`
  return { text, headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language, 'content-security-policy': policy } }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
