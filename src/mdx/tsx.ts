import { registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Components } from './render.ts';

let components: Promise<Components> | undefined;

/**
 * The vocabulary's components. They are loaded when the first document is rendered.
 * Plain Node gets a hook that compiles TSX; Vite and Vitest do so themselves.
 */
export async function loadComponents(): Promise<Components> {
  components ??= load();
  return components;
}

async function load(): Promise<Components> {
  if (!underVite()) await teachTsx();
  const module = await import('../vocabulary/components.tsx');
  return module.components;
}

/** Vite gives every module an environment of its own. */
function underVite(): boolean {
  return 'env' in import.meta;
}

async function teachTsx(): Promise<void> {
  const { transformSync } = await import('rolldown/utils');
  registerHooks({
    load(url, context, next) {
      if (!/\.tsx(?:\?|$)/.test(url)) return next(url, context);
      const file = fileURLToPath(url.replace(/\?.*$/, ''));
      const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), {
        jsx: { runtime: 'automatic', importSource: 'preact' },
      });
      if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map((one) => one.message).join('; ')}`);
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}
