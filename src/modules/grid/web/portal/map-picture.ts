import type { LoaderFunctionArgs } from 'react-router'
import { call } from '#web/call.ts'
import { mapShape } from '../map-shape.ts'

/** The cells of a town as a picture, to click on in a form without any script. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const townCode = new URL(request.url).searchParams.get('town') ?? ''
  const { features } = await call(context, 'grid.get-map', { townCode })
  const { width, height, cells } = mapShape(features)
  const polygons = cells.map(({ points }) => `<polygon points="${points}"/>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g fill="#ffffff" stroke="#73827f" stroke-width="0.8">${polygons}</g></svg>`
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, max-age=3600', 'content-security-policy': "default-src 'none'" } })
}
