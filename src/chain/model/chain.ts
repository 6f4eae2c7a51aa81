import { z } from 'zod';
import { activitySchema, evidenceSchema } from './activity.ts';
import { bufferSchema, flowSchema, partySchema, resourceSchema } from './flow.ts';
import { idSchema, numberSchema, quantitySchema, textSchema } from './value.ts';

/** The drawings a chain can have. */
export const viewKinds = ['nested', 'stream', 'porter', 'journey'] as const;

/** What a measure can be computed as. */
export const metricNames = [
  'takt',
  'capacity',
  'throughput',
  'leadTime',
  'valueAddedTime',
  'ratio',
  'rolledCompleteAccurate',
  'margin',
  'workInProcess',
  'staffing',
] as const;

const calendarSchema = z.strictObject({
  /** Length of a shift. */
  shiftTime: quantitySchema('time', 'shiftTime').meta({ example: '"8 h"' }),
  /** Breaks in a shift. */
  plannedBreaks: quantitySchema('time').meta({ example: '"20 min"' }),
  /** Shifts in a working day. */
  shiftsPerDay: numberSchema('shiftsPerDay').meta({ example: '2' }),
  /** Working days in a week; needed when `wk` is used. */
  daysPerWeek: numberSchema('daysPerWeek').optional().meta({ example: '5' }),
  /** Working days in a month; needed when `mo` is used. */
  daysPerMonth: numberSchema('daysPerMonth').optional().meta({ example: '20' }),
  /** Working days in a year; needed when `y` is used. */
  daysPerYear: numberSchema('daysPerYear').optional().meta({ example: '240' }),
});

const conventionsSchema = z.strictObject({
  /** What lead time means: stock over rate, the blocks' own lead times, Little's law, or a queueing formula. */
  leadTime: z.enum(['inventory', 'block', 'little', 'queueing']).meta({ example: 'inventory' }),
  /** The rate that stock is divided by. */
  inventoryDivisor: z.enum(['demand', 'throughput']).meta({ example: 'demand' }),
  /** Seconds in a day of lead time: 86,400, or the available time. */
  timeBase: z.enum(['working', 'calendar']).meta({ example: 'calendar' }),
  /** Whether changeovers take capacity. */
  changeover: z.enum(['ignore', 'include']).meta({ example: 'ignore' }),
});

const measureSchema = z.strictObject({
  id: idSchema.meta({ example: 'days-through' }),
  label: textSchema.meta({ example: '{ en: Days through the plant }' }),
  /** Id of what is measured: the chain, an activity, a buffer. */
  on: idSchema.meta({ example: 'parcel-line' }),
  unit: z.string().meta({ example: 'd' }),
  better: z.enum(['higher', 'lower']).meta({ example: 'lower' }),
  /** `computed` by `formula`; `authored` as `value`, which is checked when there is a formula. */
  source: z.enum(['computed', 'authored']).meta({ example: 'authored' }),
  formula: z.enum(metricNames).optional().meta({ example: 'leadTime' }),
  value: quantitySchema('any').optional().meta({ example: '"23.6 d"' }),
  target: quantitySchema('any').optional().meta({ example: '"5 d"' }),
});

const viewpointSchema = z.strictObject({
  id: idSchema.meta({ example: 'board' }),
  label: textSchema.meta({ example: '{ en: The board }' }),
  lens: z.enum(['production', 'value', 'kpi', 'conductor']).meta({ example: 'kpi' }),
  concern: z.enum(['customer', 'marketing', 'board', 'social']).optional().meta({ example: 'board' }),
  /** Ids of activities to bring forward. */
  emphasise: z.array(idSchema).optional().meta({ example: '[sales]' }),
  /** Ids of measures to show. */
  measures: z.array(idSchema).optional().meta({ example: '[days-through]' }),
  story: textSchema.optional().meta({ example: '{ en: Share and position }' }),
});

const scenarioSchema = z.strictObject({
  id: idSchema.meta({ example: 'future' }),
  /** Without a label, `today` and `future` are named in the page's language. */
  label: textSchema.optional().meta({ example: '{ en: With pull }' }),
  /** Id of the scenario it changes; without it, the model as written. */
  from: idSchema.optional().meta({ example: 'today' }),
  /** New quantities by path. */
  set: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .meta({ example: '{ weld-2.process.uptime: 100 % }' }),
  /** Ids of activities, buffers and flows that are gone. */
  remove: z.array(idSchema).optional().meta({ example: '[after-weld-1]' }),
  add: z
    .strictObject({
      activities: z.array(activitySchema).optional().meta({ example: '[]' }),
      buffers: z.array(bufferSchema).optional().meta({ example: '[]' }),
      flows: z.array(flowSchema).optional().meta({ example: '[]' }),
    })
    .optional()
    .meta({ example: '{ buffers: [] }' }),
  /** What has to be improved to get there. */
  kaizen: z
    .array(
      z.strictObject({
        on: idSchema.meta({ example: 'weld-2' }),
        label: textSchema.meta({ example: '{ en: Uptime }' }),
      }),
    )
    .optional()
    .meta({ example: '[{ on: weld-2, label: { en: Uptime } }]' }),
});

const controlSchema = z.strictObject({
  id: idSchema.meta({ example: 'uptime' }),
  /** What the reader may change. */
  path: z.string().meta({ example: 'weld-2.process.uptime' }),
  min: quantitySchema('any').meta({ example: '"60 %"' }),
  max: quantitySchema('any').meta({ example: '"100 %"' }),
  step: quantitySchema('any').meta({ example: '"5 %"' }),
  label: textSchema.meta({ example: '{ en: Uptime of spot weld 2 }' }),
});

/** A value chain, version 1: `content/chains/<id>.yaml`. */
export const chainSchema = z.strictObject({
  /** Version of this format. */
  schema: z.literal('value-chain/1').meta({ example: 'value-chain/1' }),
  /** The same as the file's name without its ending. */
  id: idSchema.meta({ example: 'parcel-line' }),
  title: textSchema.meta({ example: '{ en: Acme Stamping, sv: Acme Stamping }' }),
  /** What the chain shows, for those who do not see it drawn. */
  description: textSchema.meta({ example: '{ en: Steel coils become steering brackets in five steps. }' }),
  /** The drawings, the first of which is shown unless another is asked for. */
  views: z.array(z.enum(viewKinds)).min(1).default(['nested']).meta({ example: '[stream, nested]' }),
  /** What flows. Its unit in quantities is `pcs` or the id. */
  flowUnit: z
    .strictObject({ id: idSchema.meta({ example: 'bracket' }), label: textSchema.meta({ example: '{ en: bracket }' }) })
    .optional()
    .meta({ example: '{ id: bracket, label: { en: bracket, sv: fäste } }' }),
  /** Working time; needed as soon as there are numbers. */
  calendar: calendarSchema.optional().meta({ example: '{ shiftTime: 8 h, plannedBreaks: 20 min, shiftsPerDay: 2 }' }),
  /** Currency of all money. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u)
    .optional()
    .meta({ example: 'EUR' }),
  /** What customers ask for and pay. */
  demand: z
    .strictObject({
      rate: quantitySchema('rate').meta({ example: '"18400 pcs/mo"' }),
      price: quantitySchema('price').optional().meta({ example: '"12.50 EUR/pcs"' }),
    })
    .optional()
    .meta({ example: '{ rate: 18400 pcs/mo }' }),
  /** How numbers on which sources disagree are meant; needed as soon as there are numbers. */
  conventions: conventionsSchema
    .optional()
    .meta({ example: '{ leadTime: inventory, inventoryDivisor: demand, timeBase: calendar, changeover: ignore }' }),
  parties: z.array(partySchema).max(100).default([]).meta({ example: '[]' }),
  activities: z.array(activitySchema).min(1).max(200).meta({ example: '[{ id: sales, label: { en: Sales } }]' }),
  buffers: z.array(bufferSchema).max(400).default([]).meta({ example: '[]' }),
  flows: z.array(flowSchema).max(600).default([]).meta({ example: '[{ from: marketing, to: sales, kind: service }]' }),
  resources: z.array(resourceSchema).max(100).default([]).meta({ example: '[]' }),
  measures: z.array(measureSchema).max(100).default([]).meta({ example: '[]' }),
  viewpoints: z.array(viewpointSchema).max(20).default([]).meta({ example: '[]' }),
  scenarios: z
    .array(scenarioSchema)
    .min(1)
    .max(20)
    .default([{ id: 'today' }])
    .meta({ example: '[{ id: today }]' }),
  controls: z.array(controlSchema).max(20).default([]).meta({ example: '[]' }),
  notes: z.array(textSchema).max(50).default([]).meta({ example: '[{ en: Figures rounded. }]' }),
  /** Where the chain's numbers come from, unless an activity says otherwise. */
  evidence: evidenceSchema.optional().meta({ example: '{ source: time study, kind: measured }' }),
});

/** A value chain whose every quantity has been read. Plain data: it survives JSON. */
export type ValueChain = z.infer<typeof chainSchema>;
/** One thing that is done. */
export type Activity = z.infer<typeof activitySchema>;
/** The numbers of a leaf activity. */
export type Process = NonNullable<Activity['process']>;
/** A place where units wait. */
export type Buffer = z.infer<typeof bufferSchema>;
/** Something that passes from one to another. */
export type Flow = z.infer<typeof flowSchema>;
/** Somebody outside or around the chain. */
export type Party = z.infer<typeof partySchema>;
/** People, machines or software that activities need. */
export type Resource = z.infer<typeof resourceSchema>;
/** A patch of the model. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** A quantity a reader may change. */
export type Control = z.infer<typeof controlSchema>;
/** Working time. */
export type Calendar = z.infer<typeof calendarSchema>;
/** How disputed numbers are meant. */
export type Conventions = z.infer<typeof conventionsSchema>;
/** Where a number comes from. */
export type Evidence = z.infer<typeof evidenceSchema>;
/** The name of a drawing. */
export type ViewKind = (typeof viewKinds)[number];
/** The name of a computed measure. */
export type MetricName = (typeof metricNames)[number];
