import { entryOf } from '../../vocabulary/vocabulary.ts';
import type { Draft, Placed } from '../draft.ts';
import { report } from '../draft.ts';
import { compileExpression, forbiddenNames } from '../expression.ts';
import { isComment, literalOf } from '../literal.ts';

/** A node of a syntax tree, as far as it is looked at here. */
type Syntax = Readonly<Record<string, unknown>> & { readonly type: string };

const forbidden: ReadonlySet<string> = new Set([...forbiddenNames, 'eval']);

/** Checks an expression before it is evaluated: it may only compute, from what it says itself. */
export function checkExpression(draft: Draft, node: Placed, value: string): void {
  if (isComment(value) || literalOf(value) !== undefined) return;
  const seen = new Set<string>();
  visit(compileExpression(value).program, undefined, (syntax, parent) => {
    const fault = faultOf(syntax, parent, draft.ownNames);
    if (fault === undefined || seen.has(fault.message)) return;
    seen.add(fault.message);
    report(draft, fault.rule, node, fault.message, fault.hint);
  });
}

interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

function faultOf(syntax: Syntax, parent: Syntax | undefined, own: ReadonlySet<string>): Fault | undefined {
  if (syntax.type === 'Identifier') return nameFault(String(syntax['name']), syntax, parent, own);
  if (syntax.type === 'ImportExpression' || syntax.type === 'MetaProperty') return impure('import');
  if (syntax.type === 'AwaitExpression') return impure('await');
  if (syntax.type === 'MemberExpression' && reachesConstructor(syntax)) return impure('constructor');
  if (syntax.type === 'MemberExpression' && isMember(syntax, 'Math', 'random')) return impure('Math.random');
  if (syntax.type === 'MemberExpression' && isMember(syntax, 'Intl', 'DateTimeFormat'))
    return impure('Intl.DateTimeFormat');
  if (syntax.type === 'CallExpression' || syntax.type === 'NewExpression') return languageFault(syntax);
  if (syntax.type === 'JSXOpeningElement') return tagFault(syntax, own);
  return undefined;
}

function nameFault(
  name: string,
  syntax: Syntax,
  parent: Syntax | undefined,
  own: ReadonlySet<string>,
): Fault | undefined {
  const isKey = parent?.['computed'] === false && (parent['property'] === syntax || parent['key'] === syntax);
  return !isKey && forbidden.has(name) && !own.has(name) ? impure(name) : undefined;
}

function impure(name: string): Fault {
  return {
    rule: 'impure-expression',
    message: `An expression may not use ${name}.`,
    hint: 'It may only compute from what stands in it, so that every build gives the same page.',
  };
}

function reachesConstructor({ property }: Syntax): boolean {
  const { name, value } = (property ?? {}) as Partial<Record<'name' | 'value', unknown>>;
  return name === 'constructor' || value === 'constructor';
}

function isMember({ object, property }: Syntax, owner: string, wanted: string): boolean {
  const { name } = (object ?? {}) as Partial<Record<'name', unknown>>;
  const { name: member, value } = (property ?? {}) as Partial<Record<'name' | 'value', unknown>>;
  return name === owner && (member === wanted || value === wanted);
}

/** Calls that ask for the machine’s own language when they are not given one. */
function languageFault(call: Syntax): Fault | undefined {
  const callee = (call['callee'] ?? {}) as Syntax;
  const { name } = (callee['property'] ?? {}) as Partial<Record<'name', unknown>>;
  if (callee.type !== 'MemberExpression' || typeof name !== 'string') return undefined;
  const { name: owner } = (callee['object'] ?? {}) as Partial<Record<'name', unknown>>;
  // The first argument of localeCompare is the other text.
  const before = name === 'localeCompare' ? 1 : 0;
  if (owner !== 'Intl' && !/^(?:toLocale\w*|localeCompare)$/.test(name)) return undefined;
  const language = (call['arguments'] as readonly Syntax[])[before];
  const given = language !== undefined && language['name'] !== 'undefined';
  if (given) return undefined;
  const whole = owner === 'Intl' ? `Intl.${name}` : name;
  const example = before === 0 ? `${whole}('sv')` : `${whole}(other, 'sv')`;
  return {
    rule: 'impure-expression',
    message: `${whole} is not told a language, so it would take that of the machine.`,
    hint: `Name one, as in ${example}.`,
  };
}

/** Tags inside expressions: those that the library must know of have to stand in the text itself. */
function tagFault(opening: Syntax, own: ReadonlySet<string>): Fault | undefined {
  const { name } = (opening['name'] ?? {}) as { name?: unknown };
  if (typeof name !== 'string' || own.has(name)) return undefined;
  if (
    /^(?:a|img|script|style|iframe|object|embed|h[1-6])$/.test(name) ||
    entryOf(name) !== undefined ||
    /^\p{Lu}/u.test(name)
  ) {
    return {
      rule: 'tag-in-expression',
      message: `<${name}> may not stand inside an expression.`,
      hint: 'Write it in the text itself, where it can be checked and resolved.',
    };
  }
  const bad = (opening['attributes'] as readonly Syntax[])
    .map(attributeName)
    .find((one) => /^(?:style|on.*|dangerouslySetInnerHTML|\.\.\.)$/i.test(one));
  return bad === undefined ? undefined : attributeFault(bad, name);
}

function attributeFault(attribute: string, name: string): Fault {
  return {
    rule: 'attribute-in-expression',
    message: `${attribute} on <${name}> is not allowed.`,
    hint: 'Give the element a class, or leave the attribute out.',
  };
}

function attributeName(attribute: Syntax): string {
  if (attribute.type === 'JSXSpreadAttribute') return '...';
  const { name } = (attribute['name'] ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}

function visit(
  value: unknown,
  parent: Syntax | undefined,
  see: (syntax: Syntax, parent: Syntax | undefined) => void,
): void {
  if (Array.isArray(value)) for (const one of value) visit(one, parent, see);
  else if (isSyntax(value)) {
    see(value, parent);
    for (const child of Object.values(value)) visit(child, value, see);
  }
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
