import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from '../locales/about.en.json' with { type: 'json' }
import zh from '../locales/about.zh-CN.json' with { type: 'json' }
import { useSite } from '../site.ts'
import { AboutPage } from './about-page.tsx'

function texts(): typeof zh.privacy {
  return spoken<typeof zh, 'privacy'>({ 'zh-CN': zh, en }, 'privacy')
}

export function meta() {
  return [{ title: texts().title }]
}

/** What is kept of a person, who reads it, how long, and what he may demand (个人信息保护法 art. 17). */
export default function PrivacyPage() {
  const phone = useSite()?.settings.servicePhone ?? ''
  const { title, lead, parts } = texts()
  return <AboutPage title={title} lead={lead} parts={parts.map((part) => ({ ...part, lines: part.lines.map((line) => fill(line, { phone })) }))} />
}
