import type { ReactNode } from 'react'
import { Pane } from '#ui/section.tsx'
import { instantWords } from '#web/day-words.ts'
import type { CaseRoom, CaseShown } from './case-loader.ts'
import { LookWay } from './look-way.tsx'
import { say, wordOf } from './text.ts'

type Evidence = CaseShown['evidence'][number]

/** The evidence that the address asks to look at: `?look=<file>`. */
export function lookedAt(view: CaseShown, url: string): Evidence | undefined {
  const asked = new URL(url).searchParams.get('look')
  return asked === null ? undefined : view.evidence.find(({ fileId, mediaType }) => fileId === asked && isShown(mediaType))
}

/** Where evidence is looked at beside the form; what is no file of a kind that browsers show has no such place. */
export function lookHref(path: string, { fileId, mediaType }: Evidence): string | undefined {
  return fileId !== null && isShown(mediaType) ? `${path}?look=${fileId}#preview` : undefined
}

export function fileHref(view: CaseShown, fileId: string): string {
  return `/api/v1/cases/${view.number}/files/${fileId}`
}

/** One paper of the case beside its form, chosen by a link. Nothing is read, and no reading recorded, before it is chosen. */
export function EvidencePreview({ room: { view, path }, looked }: { readonly room: CaseRoom; readonly looked: Evidence }) {
  const shown = view.evidence.filter((one) => lookHref(path, one) !== undefined)
  const place = shown.findIndex(({ fileId }) => fileId === looked.fileId)
  const href = fileHref(view, looked.fileId ?? '')
  const whileReviewing = view.commands.includes('review')
  return (
    <Pane id="preview" title={looked.name} meta={say('preview.place', { place: place + 1, count: shown.length })}>
      <figure className="preview preview-file">
        <Picture href={href} name={looked.name} mediaType={looked.mediaType} />
        <figcaption>
          <span>{say('preview.from', { source: wordOf('sources', looked.source), when: instantWords(looked.providedAt) })}</span>
          <a href={href}>{say('preview.open')}</a>
        </figcaption>
      </figure>
      <nav className="actbar-s no-print" aria-label={say('preview.others')}>
        <Neighbour path={path} to={shown[place - 1]} whileReviewing={whileReviewing}>
          {say('preview.before')}
        </Neighbour>
        <Neighbour path={path} to={shown[place + 1]} whileReviewing={whileReviewing}>
          {say('preview.after')}
        </Neighbour>
        <LookWay href={`${path}#evidence`} whileReviewing={whileReviewing}>
          {say('preview.close')}
        </LookWay>
      </nav>
    </Pane>
  )
}

/** What browsers show by themselves; drawings and scans of other kinds are downloaded. */
const shownByBrowsers: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp']

function isShown(mediaType: string | null): boolean {
  return mediaType !== null && shownByBrowsers.includes(mediaType)
}

function Picture({ href, name, mediaType }: { readonly href: string; readonly name: string; readonly mediaType: string | null }) {
  if (mediaType !== 'application/pdf') return <img src={href} alt={say('preview.picture', { name })} />
  return (
    <object data={`${href}#navpanes=0&view=FitH`} type="application/pdf" aria-label={name}>
      <p className="note">
        {say('preview.no-viewer')} <a href={href}>{say('preview.open')}</a>
      </p>
    </object>
  )
}

interface NeighbourProps {
  readonly path: string
  readonly to: Evidence | undefined
  readonly whileReviewing: boolean
  readonly children: ReactNode
}

function Neighbour({ path, to, whileReviewing, children }: NeighbourProps) {
  const href = to === undefined ? undefined : lookHref(path, to)
  if (href === undefined) return null
  return (
    <LookWay href={href} whileReviewing={whileReviewing}>
      {children}
    </LookWay>
  )
}
