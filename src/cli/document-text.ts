import { yamlText, type YamlComments } from './yaml-text.ts';

/** An MDX document: front matter between its fences, an empty line, the body. Keys without a value are left out. */
export function documentText(front: Readonly<Record<string, unknown>>, body: string, comments?: YamlComments): string {
  const present = Object.fromEntries(Object.entries(front).filter(([, value]) => value !== undefined));
  const lines = body.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+/, '');
  return `---\n${yamlText(present, comments)}---\n\n${lines.trimEnd()}\n`;
}
