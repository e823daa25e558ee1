import { default as library } from 'maplibre-gl/dist/maplibre-gl.mjs?url'
import { default as look } from 'maplibre-gl/dist/maplibre-gl.css?url'
import { default as worker } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

/** The files of the map library, below our own origin: the policy of our pages lets no worker start from anywhere else. */
export const libraryHrefs: { readonly library: string; readonly look: string; readonly worker: string } = { library, look, worker }
