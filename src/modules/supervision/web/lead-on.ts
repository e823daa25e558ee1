import { redirect } from 'react-router'

/** The room of supervision begins with the register. */
export function loader(): Response {
  return redirect('/supervision/findings')
}
