/** Fields that hold a bare number in the model, by their path after the id of their owner. All others hold a quantity. */
export const bareFields = [
  'process.batchSize',
  'process.servers',
  'process.cvArrival',
  'process.cvProcess',
  'shiftsPerDay',
  'daysPerWeek',
  'daysPerMonth',
  'daysPerYear',
  'max',
  'share',
  'count',
] as const;

/** The path of a field that holds a bare number. */
export type BareField = (typeof bareFields)[number];

/** True when a field holds a bare number. */
export function isBare(path: string): path is BareField {
  return (bareFields as readonly string[]).includes(path);
}
