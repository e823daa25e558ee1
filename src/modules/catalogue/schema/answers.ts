import { z } from 'zod'
import { Day } from '#kernel/time/day.ts'
import { TimeLimit } from '#kernel/time/limits.ts'
import { HandlingKind, ItemState, ItemType } from './item-version.ts'
import { StepKind } from './route.ts'
import { Condition } from './scenario.ts'

/** The 31 characters of an implement code; a code that is merely unknown answers not-found. */
export const ImplementCode = z.string().regex(/^[0-9A-Z]{1,50}$/)

/** An item in a list. */
export const ItemLine = z.object({
  itemKey: z.string(),
  implementCode: z.string(),
  name: z.string(),
  plainName: z.string(),
  department: z.string(),
  departmentName: z.string(),
  itemType: ItemType,
  handlingKind: HandlingKind,
  promisedLimit: TimeLimit,
  onlineDepth: z.int(),
  maxVisits: z.int(),
})

/** A version of an item in the list of its versions. */
export const VersionLine = z.object({ id: z.string(), version: z.int(), state: ItemState, effectiveFrom: Day, effectiveTo: Day.nullable() })

/** Limits as a page may call them: see `shownLimits`. */
export const ShownLimitsAnswer = z.object({ promised: TimeLimit, statutory: TimeLimit.nullable(), unverified: TimeLimit.nullable() })

/** The drawing of a route with its text twin: see `flowChart`. */
export const FlowChartAnswer = z.object({
  width: z.number(),
  height: z.number(),
  nodes: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['START', 'CORRECTION', 'END', ...StepKind.options]),
      name: z.string().nullable(),
      unit: z.string().nullable(),
      limit: TimeLimit.nullable(),
      countersign: z.boolean(),
      conditional: z.boolean(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
    }),
  ).readonly(),
  edges: z.array(
    z.object({ from: z.string(), to: z.string(), kind: z.enum(['NEXT', 'INCOMPLETE', 'RETURN']), points: z.array(z.tuple([z.number(), z.number()]).readonly()).readonly() }),
  ).readonly(),
  text: z.array(
    z.object({
      code: z.enum(['start', 'serial', 'parallel', 'correction', 'end']),
      steps: z.array(z.object({ name: z.string(), unit: z.string(), limit: TimeLimit.nullable(), when: Condition })).readonly(),
    }),
  ).readonly(),
})

/** One finding of the linter with its Chinese text's key under `lint`. */
export const FindingAnswer = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warn']),
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** An element that differs between two versions. */
export const ElementChangeAnswer = z.object({
  element: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  added: z.array(z.string()).readonly(),
  removed: z.array(z.string()).readonly(),
  changed: z.array(z.string()).readonly(),
})
