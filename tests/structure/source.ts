import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** One import of a file. */
export interface Import {
  /** What is written between the quotes. */
  readonly from: string;
  /** True when nothing of it is there at run time. */
  readonly typesOnly: boolean;
  readonly line: number;
}

/** All files below a folder of the project, with `/`, sorted: `src/core/problem/problem.ts`. */
export function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Everything that a source text imports: statically, dynamically, as a type, or again for others. */
export function importsOf(file: string, text: string): Import[] {
  if (file.endsWith('.css')) return importsOfCss(text);
  const code = file.endsWith('.astro') ? codeOfAstro(text) : text;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, typesOnly: boolean): void => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.pos);
    imports.push({ from: node.text, typesOnly, line: line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (isImportCall(node)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Every string that the code of a source text holds, with its line; comments do not count. */
export function stringsOf(file: string, text: string): { value: string; line: number }[] {
  const code = file.endsWith('.astro') ? text.replace(/<!--[^]*?-->|\/\*[^]*?\*\//g, blank) : text;
  if (!/\.(ts|tsx|mjs)$/.test(file)) return quotedIn(code);
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const strings: { value: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      strings.push({ value: node.text.trim(), line: source.getLineAndCharacterOfPosition(node.pos).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return strings;
}

function quotedIn(text: string): { value: string; line: number }[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/(['"`])(.*?)\1|>([^<>{}]+)</g)].map(([, , quoted, shown]) => ({
      value: (quoted ?? shown ?? '').trim(),
      line: index + 1,
    })),
  );
}

function isTypesOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function isImportCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

function importsOfCss(text: string): Import[] {
  return text.split('\n').flatMap((line, index) => {
    const from = /@import\s+(?:url\()?['"]([^'"]+)/.exec(line)?.[1];
    return from === undefined ? [] : [{ from, typesOnly: false, line: index + 1 }];
  });
}

/** The code between the fences and inside `<script>`, on its own lines. */
function codeOfAstro(text: string): string {
  const fence = /^---\n[^]*?\n---$/m.exec(text)?.[0] ?? '';
  const code = fence.replaceAll(/^---$/gm, '');
  const rest = text.slice(text.indexOf(fence) + fence.length);
  const scripts = [...rest.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script ?? '');
  return [code, ...scripts].join('\n');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
