import { z } from 'zod';
import { idSchema, numberSchema, quantitySchema, textSchema } from './value.ts';

/** Somebody outside or around the chain. */
export const partySchema = z.strictObject({
  /** The party's name in flows. */
  id: idSchema.meta({ example: 'car-maker' }),
  /** What readers call it. */
  label: textSchema.meta({ example: '{ en: Car maker }' }),
  /** What it is to the chain. */
  kind: z
    .enum(['supplier', 'customer', 'actor', 'market-segment', 'control', 'stakeholder'])
    .meta({ example: 'customer' }),
  /** One short line under the label. */
  note: textSchema.optional().meta({ example: '{ en: Tuesdays and Thursdays }' }),
});

/** A place where units wait: stock, queue, supermarket. */
export const bufferSchema = z.strictObject({
  /** The buffer's name in scenarios and downloads. */
  id: idSchema.meta({ example: 'after-weld-2' }),
  /** How it is kept. */
  kind: z.enum(['inventory', 'queue', 'supermarket', 'fifo', 'safety-stock']).meta({ example: 'inventory' }),
  /** Id of the activity or party that fills it. */
  from: idSchema.optional().meta({ example: 'weld-2' }),
  /** Id of the activity or party that empties it. */
  to: idSchema.meta({ example: 'assembly-1' }),
  /** How much waits there. */
  quantity: quantitySchema('amount', 'quantity').optional().meta({ example: '"2450 pcs"' }),
  /** How long a unit waits there; used when there is no quantity. */
  wait: quantitySchema('time', 'wait').optional().meta({ example: '"5 d"' }),
  /** The most it may hold. */
  max: numberSchema('max').optional().meta({ example: '20' }),
  /** What readers call it. */
  label: textSchema.optional().meta({ example: '{ en: coils }' }),
});

/** Something that passes from one to another. */
export const flowSchema = z.strictObject({
  /** The flow's name in scenarios. */
  id: idSchema.optional().meta({ example: 'repair-loop' }),
  /** Id of the activity or party that gives. */
  from: idSchema.meta({ example: 'marketing' }),
  /** Id of the activity or party that receives. */
  to: idSchema.meta({ example: 'sales' }),
  /** What passes. Units follow `material` and `service`. */
  kind: z.enum(['material', 'information', 'service', 'money', 'dependency']).meta({ example: 'material' }),
  /** Who decides that it moves. */
  control: z.enum(['push', 'pull', 'fifo', 'shipment']).optional().meta({ example: 'push' }),
  /** How information travels. */
  medium: z.enum(['manual', 'electronic']).optional().meta({ example: 'electronic' }),
  /** `false` for what cannot be invoiced, such as trust. */
  tangible: z.boolean().optional().meta({ example: 'false' }),
  /** `or`: one of several ways, by `share`. `and`: all of them. */
  split: z.enum(['and', 'or']).optional().meta({ example: 'or' }),
  /** The part of the units that go this way, 0 to 1. */
  share: numberSchema('share').optional().meta({ example: '0.25' }),
  /** Goes back to be done again. */
  rework: z.boolean().optional().meta({ example: 'true' }),
  /** How much passes; from a supplier it is the most that can be had. */
  quantity: quantitySchema('any', 'quantity').optional().meta({ example: '"1000 pcs/d"' }),
  /** Id of the flow this one is given in return for. */
  reciprocates: idSchema.optional().meta({ example: 'payment' }),
  /** Order in which flows are told. */
  sequence: z.number().optional().meta({ example: '3' }),
  /** What passes, in words. */
  label: textSchema.optional().meta({ example: '{ en: an urge to buy }' }),
});

/** People, machines or software that activities need. */
export const resourceSchema = z.strictObject({
  /** The resource's name in `process.resource`. */
  id: idSchema.meta({ example: 'welder' }),
  /** What readers call it. */
  label: textSchema.meta({ example: '{ en: Welder }' }),
  /** What it is. */
  kind: z.enum(['people', 'machine', 'software', 'ai', 'material']).meta({ example: 'machine' }),
  /** How many there are. */
  count: numberSchema('count').meta({ example: '2' }),
  /** Share of the available time in which it can be used. */
  availability: quantitySchema('share', 'availability').optional().meta({ example: '"90 %"' }),
  /** What it costs per period. */
  cost: quantitySchema('expense').optional().meta({ example: '"4000 EUR/mo"' }),
});
