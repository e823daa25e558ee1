// Fills in where the reader is, if he lets the browser tell; without it he types the place.

const field = document.querySelector<HTMLInputElement>('input[data-place]')
if (field !== null && field.value === '' && 'geolocation' in navigator) {
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    if (field.value === '') field.value = `${coords.longitude.toFixed(6)}, ${coords.latitude.toFixed(6)}`
  }, () => undefined, { enableHighAccuracy: true, timeout: 20_000 })
}
