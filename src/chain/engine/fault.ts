/** A step into the model: a key, or an index of a list. */
export type Path = readonly (string | number)[];

/** Something wrong with a model, at a place inside it. */
export interface Fault {
  /** Permanent name of the rule, in kebab case. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Makes an error. */
export function fault(rule: string, path: Path, message: string, hint?: string): Fault {
  return { rule, severity: 'error', path, message, ...(hint !== undefined && { hint }) };
}

/** Makes a warning. */
export function doubt(rule: string, path: Path, message: string, hint?: string): Fault {
  return { rule, severity: 'warning', path, message, ...(hint !== undefined && { hint }) };
}
