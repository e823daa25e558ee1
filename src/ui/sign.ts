import { type Point, SIGNATURE, signaturePath } from './signature-strokes.ts'

/** The drawing of a field to sign on: every stroke until now, and where its path is posted. */
interface Pad {
  readonly box: SVGSVGElement
  readonly ink: SVGPathElement
  readonly posted: HTMLInputElement
  readonly words: DOMStringMap
}

/** Makes a field to sign on, with finger, pen or mouse, of every `SignatureField` of the page. */
export function followSignatures(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.signature-pad')) openPad(place)
}

function openPad(place: HTMLElement): void {
  const { name = '', drawn = '', hint = '', clear = '' } = place.dataset
  const [told, posted, again] = [document.createElement('p'), document.createElement('input'), document.createElement('button')]
  told.className = 'hint'
  told.textContent = hint
  posted.type = 'hidden'
  posted.name = name
  again.type = 'button'
  again.className = 'btn-link'
  again.textContent = clear
  const pad: Pad = { box: shape('svg', { class: 'signature', viewBox: `0 0 ${SIGNATURE.width} ${SIGNATURE.height}`, role: 'img' }), ink: shape('path', {}), posted, words: place.dataset }
  pad.box.append(shape('path', { class: 'signature-line', d: `M40 ${SIGNATURE.height - 40}H${SIGNATURE.width - 40}` }), pad.ink)
  place.append(told, pad.box, posted, again)
  place.hidden = false
  drawOn(pad, again, drawn)
}

function drawOn(pad: Pad, again: HTMLButtonElement, drawn: string): void {
  let [before, strokes] = [drawn, [] as Point[][]]
  const show = (): void => {
    pad.posted.value = `${before}${signaturePath(strokes)}`
    pad.ink.setAttribute('d', pad.posted.value)
    pad.box.setAttribute('aria-label', pad.words[pad.posted.value === '' ? 'empty' : 'signed'] ?? '')
  }
  pad.box.addEventListener('pointerdown', (event) => {
    pad.box.setPointerCapture(event.pointerId)
    strokes.push([pointOf(pad.box, event)])
    show()
  })
  pad.box.addEventListener('pointermove', (event) => {
    if (!pad.box.hasPointerCapture(event.pointerId)) return
    strokes.at(-1)?.push(pointOf(pad.box, event))
    show()
  })
  again.addEventListener('click', () => {
    before = ''
    strokes = []
    show()
  })
  show()
}

/** Where the pointer is, in the units of the drawing. */
function pointOf(box: SVGSVGElement, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = box.getBoundingClientRect()
  return { x: ((clientX - left) / width) * SIGNATURE.width, y: ((clientY - top) / height) * SIGNATURE.height }
}

function shape<K extends 'svg' | 'path'>(name: K, attributes: Readonly<Record<string, string>>): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
