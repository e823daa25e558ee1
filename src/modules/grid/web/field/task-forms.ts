// The tasks of the grid worker's page as forms: which of them are given already, and what was filled in.
import { placeIn, placeText } from '../place-text.ts'
import type { WaitingStep } from './outbox-store.ts'

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-task]')]

/** Calls when the worker gives a step; fills in where he is when he opens one that asks for it. */
export function watchTasks(give: (form: HTMLFormElement) => void): void {
  for (const form of forms) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      give(form)
    })
    form.closest('details')?.addEventListener('toggle', () => fillPlace(form))
  }
}

/** A step as it is to be sent: the fields without the name of the step before theirs, a place as two numbers. */
export function stepIn(form: HTMLFormElement, givenAt: Date): WaitingStep {
  const { task = '', number = '', step = '', title = '' } = form.dataset
  const fields = new FormData(form)
  const photo = fields.get(`${step}-photo`)
  const hasPhoto = photo instanceof File && photo.size > 0
  const { place, ...told } = Object.fromEntries([...fields].flatMap(([name, value]) => (typeof value === 'string' && value !== '' && name.startsWith(`${step}-`) ? [[name.slice(step.length + 1), value]] : []))) as Record<string, string>
  return { task, key: crypto.randomUUID(), number, step, input: { ...told, ...(place !== undefined && placeIn(place)) }, photo: hasPhoto ? photo : null, photoName: hasPhoto ? photo.name : '', title, refused: null, givenAt: givenAt.toISOString(), takenOn: null }
}

/** Shows the steps that may be given: not again what is given or was taken on this page, and what follows on a step as soon as that one is. */
export function showTasks(steps: readonly WaitingStep[]): void {
  const given = new Set(steps.filter(({ refused }) => refused === null).map(({ task }) => task))
  for (const form of forms) {
    const { task = '', after } = form.dataset
    form.hidden = given.has(task) || (after !== undefined && !given.has(after))
  }
}

function fillPlace(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[data-place]')
  if (field === null || field.value !== '' || !('geolocation' in navigator)) return
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    if (field.value === '') field.value = placeText(coords)
  }, () => undefined, { enableHighAccuracy: true, timeout: 20_000 })
}
