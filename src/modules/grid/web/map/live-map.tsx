import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { say } from '../portal-text.ts'
import { libraryHrefs } from './library-hrefs.ts'

export interface MapLabel {
  readonly text: string
  readonly longitude: number
  readonly latitude: number
}

interface LiveMapProps {
  readonly label: string
  /** Of one town; the district unless told. */
  readonly town?: string | undefined
  readonly labels?: readonly MapLabel[]
  /** Where a click leads with its place; unless told, where the link of the cell leads. */
  readonly clickHref?: string | undefined
  /** The map comes by itself: on pages of the staff. On a public page nothing of the library is loaded before a button is pressed. */
  readonly automatic?: boolean | undefined
  /** What the server draws: it stays where there is no script or no WebGL. */
  readonly children: ReactNode
}

/**
 * A drawing of cells that becomes a map where the browser can show one. All of it comes from our own origin: no tiles, no fonts. Nobody
 * needs it: a list beside it says the same, and a link leads past it.
 */
export function LiveMap({ label, town, labels = [], clickHref, automatic = false, children }: LiveMapProps) {
  return (
    <div>
      <a className="grid-skip" href="#after-map">
        {say('map.skip')}
      </a>
      {automatic ? null : (
        <Button type="button" kind="plain" hidden data-map-ask="">
          {say('map.ask')}
        </Button>
      )}
      <div data-map-stead="">{children}</div>
      <div
        className="grid-live"
        hidden
        data-map={`/api/v1/grid/map${town === undefined ? '' : `?townCode=${town}`}`}
        data-library={libraryHrefs.library}
        data-worker={libraryHrefs.worker}
        data-look={libraryHrefs.look}
        data-labels={JSON.stringify(labels)}
        data-click={clickHref}
        data-words={JSON.stringify({
          'Map.Title': label,
          'NavigationControl.ZoomIn': say('map.in'),
          'NavigationControl.ZoomOut': say('map.out'),
          'CooperativeGesturesHandler.WindowsHelpText': say('map.wheel'),
          'CooperativeGesturesHandler.MacHelpText': say('map.wheel-mac'),
          'CooperativeGesturesHandler.MobileHelpText': say('map.fingers'),
        })}
      />
      <p className="meta grid-map-name" data-map-name="" aria-hidden="true" />
      <div id="after-map" tabIndex={-1} />
    </div>
  )
}
