import { relative } from '@react-router/dev/routes'
import type { ModuleRoutes } from '#web/module-routes.ts'

const { route } = relative(import.meta.dirname)

/** For citizens: complain and follow. For staff: the register, what follows from it, patrols, voices and bulletins. */
export const routes: ModuleRoutes = {
  portal: [route('complaints', 'portal/complaints-page.tsx'), route('complaints/new', 'portal/complain-page.tsx'), route('complaints/:number', 'portal/complaint-page.tsx')],
  bare: [route('supervision', 'lead-on.ts')],
  staff: [
    route('supervision/rooms', 'rooms-page.tsx'),
    route('supervision/findings', 'register/findings-page.tsx'),
    route('supervision/findings/new', 'register/record-page.tsx'),
    route('supervision/findings/:number', 'register/finding-page.tsx'),
    route('supervision/measures', 'register/measures-page.tsx'),
    route('supervision/measures/:number', 'register/measure-page.tsx'),
    route('supervision/measures/:number/document', 'register/measure-letter-page.tsx'),
    route('supervision/standings', 'register/standings-page.tsx'),
    route('supervision/patrols', 'patrols/patrols-page.tsx'),
    route('supervision/patrols/:number', 'patrols/patrol-page.tsx'),
    route('supervision/complaints', 'voices/complaints-page.tsx'),
    route('supervision/complaints/:number', 'voices/complaint-page.tsx'),
    route('supervision/boxes', 'voices/boxes-page.tsx'),
    route('supervision/boxes/:number', 'voices/box-page.tsx'),
    route('supervision/samples', 'voices/samples-page.tsx'),
    route('supervision/samples/:number', 'voices/sample-page.tsx'),
    route('supervision/bulletins', 'bulletins/bulletins-page.tsx'),
    route('supervision/bulletins/:number', 'bulletins/bulletin-page.tsx'),
    route('supervision/bulletins/:number/document', 'bulletins/bulletin-document-page.tsx'),
  ],
}
