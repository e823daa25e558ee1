// Fills in where the reader is, if he lets the browser tell; without it he types the place.
import { placeText } from '../place-text.ts'

const field = document.querySelector<HTMLInputElement>('input[data-place]')
if (field !== null && field.value === '' && 'geolocation' in navigator) {
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    if (field.value === '') field.value = placeText(coords)
  }, () => undefined, { enableHighAccuracy: true, timeout: 20_000 })
}
