import { meant } from '../../core/problem/nearest.ts';
import type { Draft } from '../draft.ts';
import { advise } from '../draft.ts';
import { highlighter } from '../highlight.ts';
import type { Element, Node } from '../tree.ts';

const prefix = 'language-';

/** Highlights a block of code with classes and lets it be scrolled by the keyboard. */
export function takeCode(draft: Draft, pre: Element): void {
  const [code] = pre.children;
  if (code?.type !== 'element' || code.tagName !== 'code') return;
  pre.properties = { tabIndex: 0 };
  const lang = languageOf(code);
  if (lang === undefined || /^(?:text|txt|plain|plaintext)$/.test(lang)) return;
  const lit = highlight(lang, plainCode(code));
  if (lit === undefined) {
    reportLanguage(draft, pre, lang);
    return;
  }
  code.properties = { className: ['hljs', `language-${lang}`] };
  code.children = lit;
}

function languageOf(code: Element): string | undefined {
  const names = code.properties['className'];
  const found =
    typeof names === 'object' && names !== null ? names.map(String).find((name) => name.startsWith(prefix)) : undefined;
  return found?.slice(prefix.length);
}

function plainCode(code: Element): string {
  return code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function highlight(lang: string, source: string): Node[] | undefined {
  const lowlight = highlighter();
  return lowlight?.registered(lang) === true ? (lowlight.highlight(lang, source).children as Node[]) : undefined;
}

function reportLanguage(draft: Draft, pre: Element, lang: string): void {
  const known = highlighter()?.listLanguages() ?? [];
  const near = meant(lang, known);
  const hint =
    near === undefined ? 'It is shown without colours.' : `Did you mean ${near}? It is shown without colours.`;
  advise(draft, 'unknown-code-language', pre, `No colours are known for code in “${lang}”.`, hint);
}
