import { fill } from '#ui/fill.ts'
import { followRegions } from '#ui/region-follow.ts'
import { sendFile } from '#ui/send-file.ts'

// The one script of these pages. With it the next menu of a region opens by itself, and a file is sent as soon as it is chosen, and its number goes along with the form in its
// stead. A file that did not arrive stays in its field: it goes on where it stopped at the press of a button or when the line is
// back, and goes with the form at the latest.

const doors = { whole: '/api/v1/files', pieces: '/api/v1/uploads' }

/** A field of files, the line below it that says how its file stands, and the place of the bar or the button that goes on. */
interface AheadField {
  readonly input: HTMLInputElement
  readonly status: HTMLElement
  readonly work: HTMLElement
}

function watch(input: HTMLInputElement): void {
  const [status, work] = [document.createElement('p'), document.createElement('p')]
  status.className = 'meta mt-s'
  work.className = 'mt-s'
  status.setAttribute('role', 'status')
  input.after(status, work)
  work.hidden = true
  const field = { input, status, work }
  input.addEventListener('change', () => void send(field))
  window.addEventListener('online', () => work.querySelector('button')?.click())
}

async function send(field: AheadField): Promise<void> {
  const { input, status, work } = field
  const file = input.files?.[0]
  work.hidden = file === undefined
  if (file === undefined) return work.replaceChildren()
  status.textContent = wordsOf(input, 'sending', file)
  const answer = await sendFile(doors, file, barIn(work, status.textContent))
  if (input.files?.[0] !== file) return
  if (answer.ok) keep(input, `${answer.id} ${file.name}`)
  status.textContent = answer.ok || answer.fault === '' ? wordsOf(input, answer.ok ? 'sent' : 'failed', file) : answer.fault
  work.hidden = answer.ok || answer.fault !== ''
  work.replaceChildren(...(work.hidden ? [] : [buttonOf(field)]))
}

function wordsOf(input: HTMLInputElement, which: 'sending' | 'sent' | 'failed', { name }: File): string {
  return fill(input.dataset[which] ?? '', { name })
}

/** Shows a bar under this name, and gives back what moves it. Who hears the page asks the bar; who sees it reads the number too. */
function barIn(work: HTMLElement, name: string): (percent: number) => void {
  const [bar, number] = [document.createElement('progress'), document.createElement('span')]
  bar.max = 100
  bar.setAttribute('aria-label', name)
  number.setAttribute('aria-hidden', 'true')
  work.replaceChildren(bar, ' ', number)
  const move = (percent: number): void => {
    bar.value = Math.floor(percent)
    number.textContent = `${bar.value}%`
  }
  move(0)
  return move
}

/** Sends the file of a field again; what arrived is not sent twice. */
function buttonOf(field: AheadField): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn-plain'
  button.textContent = field.input.dataset['again'] ?? ''
  button.addEventListener('click', () => {
    // The button goes away: whoever pressed it by keyboard stays at the field.
    if (document.activeElement === button) field.input.focus()
    void send(field)
  })
  return button
}

/** Puts the number of the file into the form, in the place of the file. */
function keep(input: HTMLInputElement, value: string): void {
  const name = input.name.replace(/^material-/, 'kept-')
  const earlier = input.form?.elements.namedItem(name)
  const kept = earlier instanceof HTMLInputElement ? earlier : document.createElement('input')
  kept.type = 'hidden'
  kept.name = name
  kept.value = value
  if (kept !== earlier) input.after(kept)
  input.value = ''
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file]')) watch(input)
followRegions()
