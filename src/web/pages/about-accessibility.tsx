import { fill } from '#ui/fill.ts'
import { spoken } from '#ui/language.ts'
import en from '../locales/about.en.json' with { type: 'json' }
import zh from '../locales/about.zh-CN.json' with { type: 'json' }
import { useSite } from '../site.ts'
import { AboutPage } from './about-page.tsx'

function texts(): typeof zh.accessibility {
  return spoken<typeof zh, 'accessibility'>({ 'zh-CN': zh, en }, 'accessibility')
}

export function meta() {
  return [{ title: texts().title }]
}

/** What the pages do for people who read, hear, move or understand otherwise (无障碍环境建设法 art. 32, 33), and where to turn when they do not. */
export default function AccessibilityPage() {
  const phone = useSite()?.settings.servicePhone ?? ''
  const { title, lead, parts } = texts()
  return <AboutPage title={title} lead={lead} parts={parts.map((part) => ({ ...part, lines: part.lines.map((line) => fill(line, { phone })) }))} />
}
