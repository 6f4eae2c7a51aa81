/** The code by which the system names a fault, such as `ENOENT`; `undefined` when it is none of the system's. */
export function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : undefined;
}
