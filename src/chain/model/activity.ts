import { z } from 'zod';
import { idSchema, numberSchema, quantitySchema, textSchema } from './value.ts';

/** Porter's nine kinds of activity, and `other`. */
export const categories = [
  'inbound-logistics',
  'operations',
  'outbound-logistics',
  'marketing-sales',
  'service',
  'firm-infrastructure',
  'human-resources',
  'technology',
  'procurement',
  'other',
] as const;

/** The stages of a customer's decision journey. */
export const stages = [
  'trigger',
  'initial-consideration',
  'active-evaluation',
  'purchase',
  'post-purchase',
  'loyalty-loop',
] as const;

/** Where a number comes from. */
export const evidenceSchema = z.strictObject({
  /** The work or the measurement, as one would cite it. */
  source: z.string().min(1).meta({ example: 'Rother & Shook, Learning to See, Acme Stamping case' }),
  /** Address of the source. */
  url: z
    .url({ protocol: /^https?$/u })
    .optional()
    .meta({ example: 'https://example.org/study' }),
  /** Year, month or day of the source. */
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}){0,2}$/u)
    .optional()
    .meta({ example: '"1999"' }),
  /** How far the number can be trusted. */
  kind: z.enum(['measured', 'published', 'estimate', 'illustrative']).meta({ example: 'published' }),
});

/** The numbers of a leaf activity. All optional: a view asks for those it needs. */
export const processSchema = z.strictObject({
  /** Touch time of one unit, without waiting. */
  processTime: quantitySchema('time').optional().meta({ example: '"10 min"' }),
  /** Time between two finished units at one server. */
  cycleTime: quantitySchema('time').optional().meta({ example: '"46 s"' }),
  /** Time of one unit through the activity, waiting included. */
  leadTime: quantitySchema('time').optional().meta({ example: '"5 d"' }),
  /** Time to change from one kind of unit to another. */
  changeoverTime: quantitySchema('time').optional().meta({ example: '"10 min"' }),
  /** Units made between two changeovers. */
  batchSize: numberSchema('process.batchSize').optional().meta({ example: '500' }),
  /** Every part every …: the time in which each kind is made once. */
  every: quantitySchema('time').optional().meta({ example: '"2 wk"' }),
  /** Share of the available time in which the activity can run. */
  uptime: quantitySchema('share', 'process.uptime').optional().meta({ example: '"80 %"' }),
  /** Share of started units that leave good. */
  yield: quantitySchema('share', 'process.yield').optional().meta({ example: '"98 %"' }),
  /** Share of units that the next activity can use as they are. */
  pctCompleteAccurate: quantitySchema('share', 'process.pctCompleteAccurate').optional().meta({ example: '"85 %"' }),
  /** People or machines that work side by side. */
  servers: numberSchema('process.servers').optional().meta({ example: '2' }),
  /** Id of a resource that this activity shares with others. */
  resource: idSchema.optional().meta({ example: 'welder' }),
  /** Coefficient of variation of the times between arrivals. */
  cvArrival: numberSchema('process.cvArrival').optional().meta({ example: '1' }),
  /** Coefficient of variation of the process time. */
  cvProcess: numberSchema('process.cvProcess').optional().meta({ example: '0.5' }),
});

/** One thing that is done. Stated once, drawn in every view. */
export const activitySchema = z.strictObject({
  /** The activity's name in links, scenarios and downloads. */
  id: idSchema.meta({ example: 'weld-2' }),
  /** What readers call it. */
  label: textSchema.meta({ example: '{ en: Spot weld 2, sv: Punktsvets 2 }' }),
  /** One short sentence. */
  description: textSchema.optional().meta({ example: '{ en: joins the two brackets }' }),
  /** Id of the activity this one is a part of. */
  parent: idSchema.optional().meta({ example: 'production' }),
  /** Place in Porter's value chain. */
  category: z.enum(categories).optional().meta({ example: 'operations' }),
  /** Place in the customer's journey. */
  stage: z.enum(stages).optional().meta({ example: 'active-evaluation' }),
  /** Id of the party or resource that does it. */
  performer: idSchema.optional().meta({ example: 'assembly-team' }),
  /** Only value-added time counts in the ratio; without a class an activity adds value. */
  valueClass: z.enum(['value-added', 'necessary', 'waste']).optional().meta({ example: 'necessary' }),
  /** What goes in. */
  inputs: z.array(textSchema).optional().meta({ example: '[{ en: steel coils }]' }),
  /** What comes out. */
  outputs: z.array(textSchema).optional().meta({ example: '[{ en: stamped brackets }]' }),
  /** What the output changes for somebody. */
  outcomes: z.array(textSchema).optional().meta({ example: '[{ en: a car that can be driven }]' }),
  /** Numbers; only activities without parts have them. */
  process: processSchema.optional().meta({ example: '{ cycleTime: 46 s, uptime: 80 % }' }),
  /** What it costs. */
  cost: z
    .strictObject({
      /** Per unit started. */
      variable: quantitySchema('price').optional().meta({ example: '"4.20 EUR/pcs"' }),
      /** Per period, whatever is made. */
      fixed: quantitySchema('expense').optional().meta({ example: '"40000 EUR/mo"' }),
    })
    .optional()
    .meta({ example: '{ variable: 4.20 EUR/pcs }' }),
  /** What it is worth. */
  value: z
    .strictObject({
      /** What the buyer pays for this step, if known. */
      added: quantitySchema('price').optional().meta({ example: '"9 EUR/pcs"' }),
    })
    .optional()
    .meta({ example: '{ added: 9 EUR/pcs }' }),
  /** Where to read more. */
  links: z
    .strictObject({
      /** Ids of essays. */
      essays: z.array(z.string()).optional().meta({ example: '[resources-and-pace]' }),
      /** Ids of tags. */
      tags: z.array(z.string()).optional().meta({ example: '[bottleneck]' }),
      /** Ids of concepts. */
      concepts: z.array(z.string()).optional().meta({ example: '[takt-time]' }),
      /** An address elsewhere. */
      href: z
        .url({ protocol: /^https?$/u })
        .optional()
        .meta({ example: 'https://example.org/' }),
    })
    .optional()
    .meta({ example: '{ essays: [resources-and-pace] }' }),
  /** Where its numbers come from. */
  evidence: evidenceSchema.optional().meta({ example: '{ source: time study, kind: measured }' }),
});
