import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { projectRoot } from '../project.ts';

/** The program that reads an index, with the words that a query need not have. */
export async function programText(heavy: readonly string[]): Promise<string> {
  const engine = join(projectRoot, 'src/client/search-engine.ts');
  const used = `export { openEngine } from ${JSON.stringify(engine)}; export const heavy = ${JSON.stringify(heavy.join(' '))};`;
  const isUsed = (id: string): boolean => id === 'used';
  const bundle = await rolldown({
    input: 'used',
    plugins: [{ name: 'used', resolveId: (id) => (isUsed(id) ? id : null), load: (id) => (isUsed(id) ? used : null) }],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return output[0].code;
}
