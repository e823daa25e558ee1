import { sendFile } from '#ui/send-file.ts'

// The one script of these pages. With it a file is sent as soon as it is chosen, and its number goes along with the form in its
// stead; a file that did not arrive stays in its field, goes on where it stopped when the line is back, and goes with the form at the latest.

const doors = { whole: '/api/v1/files', pieces: '/api/v1/uploads' }

/** A field of files, and the line below it that says how far its file is. */
interface AheadField {
  readonly input: HTMLInputElement
  readonly status: HTMLElement
}

function watch(input: HTMLInputElement): void {
  const status = document.createElement('p')
  status.className = 'meta'
  status.setAttribute('role', 'status')
  input.after(status)
  const field = { input, status }
  input.addEventListener('change', () => void send(field))
  window.addEventListener('online', () => void send(field))
}

async function send({ input, status }: AheadField): Promise<void> {
  const file = input.files?.[0]
  if (file === undefined) return
  const bar = document.createElement('progress')
  bar.max = 100
  status.replaceChildren(input.dataset['sending'] ?? '', ' ', bar)
  const answer = await sendFile(doors, file, (percent) => (bar.value = percent))
  if (input.files?.[0] !== file) return
  if (answer.ok) keep(input, `${answer.id} ${file.name}`)
  status.textContent = answer.ok ? `${input.dataset['sent']}${file.name}` : answer.fault === '' ? (input.dataset['failed'] ?? '') : answer.fault
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
