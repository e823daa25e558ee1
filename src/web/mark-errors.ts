import { say } from './text.ts'

/** What an `ErrorSummary` begins with. */
const summary = '<div class="errsum"'

/**
 * Says in the window title of every page that shows an error summary that something is wrong, so that it is heard before anything else
 * (WCAG 2.2, technique G199). Done once for the whole page, as React has written it, so that no page can forget it.
 */
export function markErrors(html: string): string {
  return html.includes(summary) ? html.replace(/<title>([^<]*)<\/title>/, (_, title: string) => `<title>${say('title.errors', { title })}</title>`) : html
}
