import { readdirSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { ParsedChain, ValueChain } from '../../src/chain/model.ts';
import { parseChain } from '../../src/chain/model.ts';

/** Reads a model from YAML text, with places, as the site does. */
export function parseYaml(text: string, id: string, languages: readonly string[] = ['en']): ParsedChain {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeOf = (path: (string | number)[]): { line: number; column: number } | undefined => {
    const node = document.getIn(path, true) as { range?: readonly [number, number, number] } | undefined;
    if (node?.range === undefined) return undefined;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  };
  return parseChain(document.toJS(), { file: `chains/${id}.yaml`, id, languages, placeOf });
}

/** A model of tests/chain/models, which has to be sound. */
export function model(id: string): ValueChain {
  return sound(new URL(`models/${id}.yaml`, import.meta.url), id);
}

/** A model of the sample site, which has to be sound in all its languages. */
export function sample(id: string): ValueChain {
  return sound(new URL(`../../content/chains/${id}.yaml`, import.meta.url), id);
}

/** Every model that is drawn in tests, with the languages it speaks. */
export function drawnModels(): { readonly chain: ValueChain; readonly languages: readonly string[] }[] {
  const samples = readdirSync(new URL('../../content/chains/', import.meta.url))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length));
  const site = ['en', 'sv', 'fr'];
  return [
    ...samples.map((id) => ({ chain: sample(id), languages: site })),
    { chain: model('hard'), languages: ['en', 'sv', 'ar'] },
    { chain: model('deep'), languages: ['en', 'sv', 'ar', 'ja'] },
    { chain: model('ways'), languages: ['en', 'sv', 'ar'] },
    { chain: model('software-stream'), languages: site },
  ];
}

/** A chain made of a short YAML text, which has to be sound. */
export function chainOf(text: string): ValueChain {
  return required(parseYaml(`schema: value-chain/1\nid: test\ntitle: Test\ndescription: Test\n${text}`, 'test'));
}

function sound(file: URL, id: string): ValueChain {
  return required(parseYaml(readFileSync(file, 'utf8'), id));
}

function required({ chain, problems }: ParsedChain): ValueChain {
  if (chain === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return chain;
}
