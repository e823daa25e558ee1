import { data } from 'react-router'

/** Every address that no route has: the root's error page says so, inside the frame. */
export function loader(): never {
  throw data(null, { status: 404 })
}

export function action(): never {
  throw data(null, { status: 404 })
}

export default function NotFound() {
  return null
}
