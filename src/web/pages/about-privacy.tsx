import { fill } from '#ui/fill.ts'
import texts from '../locales/about.zh-CN.json' with { type: 'json' }
import { useSite } from '../site.ts'
import { AboutPage } from './about-page.tsx'

export function meta() {
  return [{ title: texts.privacy.title }]
}

/** What is kept of a person, who reads it, how long, and what he may demand (个人信息保护法 art. 17). */
export default function PrivacyPage() {
  const phone = useSite()?.settings.servicePhone ?? ''
  const { title, lead, parts } = texts.privacy
  return <AboutPage title={title} lead={lead} parts={parts.map((part) => ({ ...part, lines: part.lines.map((line) => fill(line, { phone })) }))} />
}
