// Draws the cells as a map that can be moved and enlarged, in the place of the drawing that the server made. What is where, how it is
// coloured and where a click leads stands in that drawing; without WebGL, or if anything fails, the drawing stays. The library is large
// (over 90 KB on the way): where the page has a button for it, nothing is loaded before it is pressed.
import type * as maplibre from 'maplibre-gl'

interface Cells {
  readonly features: readonly {
    readonly id: string
    readonly geometry: { readonly type: 'Polygon'; readonly coordinates: [number, number][][] }
  }[]
}

type Drawn = Exclude<Parameters<maplibre.GeoJSONSource['setData']>[0], string>

interface Label {
  readonly text: string
  readonly longitude: number
  readonly latitude: number
}

const frame = document.querySelector<HTMLElement>('[data-map]')
if (frame !== null && document.createElement('canvas').getContext('webgl2') !== null) {
  const button = frame.parentElement?.querySelector<HTMLButtonElement>('[data-map-ask]') ?? null
  if (button === null) whenNear(frame, () => void replaceDrawing(frame))
  else whenAsked(frame, button)
}

/** The button is there only where it leads somewhere; who pressed it finds the keyboard in the map. */
function whenAsked(frame: HTMLElement, button: HTMLButtonElement): void {
  button.hidden = false
  button.addEventListener('click', () => {
    button.hidden = true
    void replaceDrawing(frame).then((shown) => {
      if (!shown) button.hidden = false
      const target = shown ? frame.querySelector('canvas') : button
      target?.focus({ preventScroll: true })
    })
  })
}

/** At work the map is what the page is for: the library is asked for when it comes into view. */
function whenNear(frame: HTMLElement, act: () => void): void {
  const stead = steadOf(frame)
  if (stead === null) return
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.disconnect()
    act()
  }, { rootMargin: '200px' })
  seen.observe(stead)
}

/** What the server drew; it is hidden while the map is there. */
function steadOf(frame: HTMLElement): HTMLElement | null {
  return frame.parentElement?.querySelector<HTMLElement>('[data-map-stead]') ?? null
}

/** Answers whether the map stands there now. */
async function replaceDrawing(frame: HTMLElement): Promise<boolean> {
  const stead = steadOf(frame)
  try {
    const { map: source = '', library = '', worker = '', look = '' } = frame.dataset
    const [tool, cells] = await Promise.all([import(/* @vite-ignore */ library) as Promise<typeof maplibre>, read(source), addStyle(look)])
    tool.setWorkerUrl(worker)
    frame.hidden = false
    if (stead !== null) stead.hidden = true
    await drawMap(tool, frame, cells)
    frame.dataset['shown'] = 'yes'
    return true
  } catch {
    frame.hidden = true
    if (stead !== null) stead.hidden = false
    return false
  }
}

async function read(address: string): Promise<Cells> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the cells are not there: ${answer.status}`)
  return (await answer.json()) as Cells
}

function addStyle(href: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  link.addEventListener('load', () => resolve())
  link.addEventListener('error', () => reject(new Error('the style of the map is not there')))
  document.head.append(link)
  return promise
}

async function drawMap(tool: typeof maplibre, frame: HTMLElement, cells: Cells): Promise<void> {
  const corners = cells.features.flatMap(({ geometry }) => geometry.coordinates[0] ?? [])
  const side = (axis: 0 | 1, pick: (...values: readonly number[]) => number): number => pick(...corners.map((corner) => corner[axis] ?? 0))
  const map = new tool.Map({
    container: frame,
    style: { version: 8, sources: { cells: { type: 'geojson', data: painted(frame, cells) } }, layers },
    bounds: [side(0, Math.min), side(1, Math.min), side(0, Math.max), side(1, Math.max)],
    fitBoundsOptions: { padding: 12 },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    renderWorldCopies: false,
    locale: JSON.parse(frame.dataset['words'] ?? '{}') as Record<string, string>,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new tool.NavigationControl({ showCompass: false }))
  for (const { text, longitude, latitude } of JSON.parse(frame.dataset['labels'] ?? '[]') as readonly Label[]) new tool.Marker({ element: labelOf(text) }).setLngLat([longitude, latitude]).addTo(map)
  listen(map, frame)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => map.getSource<maplibre.GeoJSONSource>('cells')?.setData(painted(frame, cells)))
  await map.once('load')
}

const layers: maplibre.LayerSpecification[] = [
  { id: 'fill', type: 'fill', source: 'cells', paint: { 'fill-color': ['get', 'fill'] } },
  { id: 'edge', type: 'line', source: 'cells', layout: { 'line-sort-key': ['get', 'width'] }, paint: { 'line-color': ['get', 'stroke'], 'line-width': ['get', 'width'] } },
  { id: 'near', type: 'line', source: 'cells', filter: ['==', ['get', 'cell'], ''], paint: { 'line-color': ['get', 'hover'], 'line-width': 3 } },
]

/** The cells in the colours of the drawing, which follow the theme of the page. */
function painted(frame: HTMLElement, cells: Cells): Drawn {
  const shapes = shapesById()
  const hover = getComputedStyle(frame).color
  const features = cells.features.map(({ id, geometry }) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(shapes.get(id) ?? frame)
    return { type: 'Feature' as const, geometry, properties: { cell: id, fill, stroke, hover, width: Number.parseFloat(strokeWidth) } }
  })
  return { type: 'FeatureCollection', features }
}

function shapesById(): ReadonlyMap<string, Element> {
  return new Map([...document.querySelectorAll<SVGElement>('[data-cell]')].map((shape) => [shape.dataset['cell'] ?? '', shape]))
}

function labelOf(text: string): HTMLElement {
  const label = document.createElement('span')
  label.className = 'grid-label'
  label.textContent = text
  label.setAttribute('aria-hidden', 'true')
  return label
}

/** Under the pointer a cell is named; a click leads where the drawing's link leads, or tells the place. */
function listen(map: maplibre.Map, frame: HTMLElement): void {
  const shapes = shapesById()
  const name = frame.parentElement?.querySelector<HTMLElement>('[data-map-name]') ?? null
  const point = (cell: string): void => {
    map.setFilter('near', ['==', ['get', 'cell'], cell])
    map.getCanvas().style.cursor = cell === '' ? '' : 'pointer'
    if (name !== null) name.textContent = shapes.get(cell)?.closest('a')?.getAttribute('aria-label') ?? ''
  }
  map.on('mousemove', 'fill', ({ features }) => point(String(features?.[0]?.properties['cell'] ?? '')))
  map.on('mouseleave', 'fill', () => point(''))
  map.on('click', 'fill', ({ features, lngLat }) => {
    const { click } = frame.dataset
    const link = shapes.get(String(features?.[0]?.properties['cell'] ?? ''))?.closest('a')
    if (click !== undefined) location.assign(`${click}&longitude=${lngLat.lng.toFixed(6)}&latitude=${lngLat.lat.toFixed(6)}`)
    else if (link) location.assign(link.getAttribute('href') ?? location.href)
  })
}
