import type { Services } from '#kernel/contract/services.ts'
import texts from '../locales/zh-CN.json' with { type: 'json' }

/** What the figures of a simulated city say of themselves wherever they leave the office; nothing in a real one. */
export function simulatedNote({ simulated }: Pick<Services, 'simulated'>): string | undefined {
  return simulated ? texts.report.simulated : undefined
}
