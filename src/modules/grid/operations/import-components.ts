import { z } from 'zod'
import { actorOf } from '#kernel/access/caller.ts'
import { type Ctx, defineOperation } from '#kernel/contract/operation.ts'
import { Refusal } from '#kernel/errors/refusal.ts'
import { categoryOf } from '../categories.ts'
import { componentFormats, readComponentFile } from '../component-file.ts'
import { gridErrors } from '../errors.ts'
import { latticeOf } from '../frame.ts'
import words from '../locales/zh-CN.json' with { type: 'json' }
import { type ComponentFacts, type ComponentFault, type ComponentLine, type ReadComponent, readComponentLine } from '../rules/components.ts'
import { cellAt } from '../rules/partition.ts'
import { ComponentState } from '../schema.ts'
import { listOutlines } from '../store/cells.ts'
import { saveComponents } from '../store/components.ts'
import { unitsIn } from '../unit-names.ts'

/** Of one file; an inventory of a district comes in files of its streets or classes. */
const mostComponents = 10_000
/** No answer tells more faults than this; the counts are of all. */
const mostFaults = 200

const ComponentFaultAnswer = z.object({ row: z.int().describe('counted from 1, without the headings'), code: z.string(), field: z.string(), reason: z.string() })

/** The inventory of components, file by file. Good lines are taken, faulty ones told; the same file again changes nothing. */
export const importComponents = defineOperation({
  name: 'grid.import-components',
  summary: 'Reads an inventory of components (CSV with headings in UTF-8 or GB 18030, or a JSON list): takes the good lines and tells what is wrong with the others',
  kind: 'command',
  http: { method: 'POST', path: '/grid/components', body: 'bytes' },
  access: { permission: 'grid:import-components' },
  input: z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array), format: z.enum(componentFormats).default('csv') }),
  output: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.int(), faults: z.array(ComponentFaultAnswer) }),
  refusals: [gridErrors.componentsUnreadable, gridErrors.tooManyComponents],
  examples: [{ summary: 'One cover', input: { bytes: new TextEncoder().encode('[{"code":"4401140103900001","longitude":113.2,"latitude":23.39,"address":"建设北路与公益路路口","surveyedOn":"2026-05-08"}]'), format: 'json' } }],
  async run(ctx, { bytes, format }) {
    const lines = readComponentFile(bytes, format)
    if (lines === undefined) throw new Refusal(gridErrors.componentsUnreadable)
    if (lines.length > mostComponents) throw new Refusal(gridErrors.tooManyComponents, { most: mostComponents })
    const { components, faults } = readAll(lines, await factsFor(ctx))
    const saved = await saveComponents(ctx.db, components, { at: ctx.now, actor: actorOf(ctx.caller) })
    return { ...saved, unchanged: components.length - saved.added - saved.changed, rejected: lines.length - components.length, faults: faults.slice(0, mostFaults) }
  },
})

async function factsFor(ctx: Ctx): Promise<ComponentFacts> {
  const outlines = await listOutlines(ctx.db, null)
  const units = (await unitsIn(ctx)).filter(({ closed }) => !closed)
  const unitOf = new Map(units.flatMap(({ id, name, shortName }) => [[id, id], [name, id], [shortName, id]]))
  const stateOf = new Map(ComponentState.options.flatMap((state) => [[state, state], [words.componentStates[state], state]] as const))
  return {
    keeperOf: (key) => {
      const category = categoryOf(key)
      return category.ok ? category.value.unitKey : undefined
    },
    cellOf: (place) => cellAt(outlines, latticeOf(place))?.id,
    unitOf: (text) => unitOf.get(text),
    stateOf: (text) => stateOf.get(text),
  }
}

type LineFault = ComponentFault & { readonly row: number; readonly code: string }

/** A code that stands in a file twice is taken at neither place: nobody knows which is right. */
function readAll(lines: readonly ComponentLine[], facts: ComponentFacts): { readonly components: readonly ReadComponent[]; readonly faults: readonly LineFault[] } {
  const counts = Map.groupBy(lines, ({ code }) => code)
  const components: ReadComponent[] = []
  const faults: LineFault[] = []
  for (const [place, line] of lines.entries()) {
    const read = readComponentLine(line, facts)
    const twice = line.code !== '' && (counts.get(line.code)?.length ?? 0) > 1
    const wrong: readonly ComponentFault[] = [...('faults' in read ? read.faults : []), ...(twice ? [{ field: 'code', reason: 'codeTwice' } as const] : [])]
    if ('component' in read && !twice) components.push(read.component)
    faults.push(...wrong.map((fault) => ({ row: place + 1, code: line.code.slice(0, 30), ...fault })))
  }
  return { components, faults }
}
