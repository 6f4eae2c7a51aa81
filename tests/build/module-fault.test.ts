import { describe, expect, it } from 'vitest';
import { FullLaneError } from '../../src/build/full-lane.ts';
import { asModuleFaults, ModuleFaults } from '../../src/build/module-fault.ts';

const folder = {
  root: '/home/ada/site',
  files: new Map(
    Object.entries({
      'essays/a/en.mdx': "---\ntitle: A\n---\n\nimport No from './No.tsx';\n\n<No />\n",
      'essays/a/Widget.tsx': '',
      'essays/a/Box.astro': '',
      'essays/a/good.json': '{}',
      'essays/a/bad.json': '{ a',
      'public/any.json': 'none',
    }).map(([path, text]) => [
      path,
      { path, disk: `/home/ada/site/${path}`, bytes: () => Buffer.from(text), digest: '' },
    ]),
  ),
};

function problemsOf(fault: unknown): ModuleFaults['problems'] {
  const found = asModuleFaults(fault, folder);
  if (!(found instanceof ModuleFaults)) throw new Error('It is no fault of a module.');
  return found.problems;
}

describe('what an author’s own code does wrong', () => {
  it('while it runs is a problem of each document that it fails in', () => {
    const faults = ['essays/a/en.mdx', 'essays/b/en.mdx'].map((module) => ({ module, fault: new Error('boom\nat W') }));
    expect(problemsOf(new FullLaneError(faults))).toMatchObject([
      { rule: 'failing-module', file: 'essays/a/en.mdx', message: 'The document cannot be rendered: boom.' },
      { rule: 'failing-module', file: 'essays/b/en.mdx' },
    ]);
  });

  it('while it is read is a problem with file, line and column', () => {
    const message = `[plugin jsx] /home/ada/site/essays/a/Widget.tsx:2:11\nSyntaxError: /home/ada/site/essays/a/Widget.tsx: Unterminated JSX. (2:11)`;
    expect(problemsOf(Object.assign(new Error('Build failed'), { errors: [{ message }] }))).toMatchObject([
      {
        rule: 'broken-module',
        file: 'essays/a/Widget.tsx',
        line: 2,
        column: 11,
        message: expect.stringContaining('Unterminated JSX') as string,
      },
    ]);
  });

  it('is found by the file that a tool names beside its message', () => {
    const fault = Object.assign(new Error('Unexpected token'), { id: '/home/ada/site/essays/a/Box.astro' });
    expect(problemsOf(fault)).toMatchObject([
      { file: 'essays/a/Box.astro', message: 'The code cannot be used: Unexpected token.' },
    ]);
  });

  it('is told without colours, paths of the machine and lines of what a document was turned into', () => {
    const message =
      "\u001B[31m[UNRESOLVED_IMPORT] \u001B[0mCould not resolve './No.tsx' in ../../ada/site/essays/a/en.mdx\n ../../ada/site/essays/a/en.mdx:2:15";
    expect(problemsOf(new Error(message))).toEqual([
      expect.objectContaining({
        file: 'essays/a/en.mdx',
        message: "The code cannot be used: Could not resolve './No.tsx' in essays/a/en.mdx.",
        // Line 2 of what the document was turned into is line 5 of the document.
        line: 5,
        column: 16,
      }),
    ]);
    expect(problemsOf(new Error('Cannot use essays: /home/ada/site/essays/a/en.mdx:2:15'))[0]).not.toHaveProperty(
      'line',
    );
  });

  it('is told all at once, each fault at its own file', () => {
    const jsx = {
      id: '/home/ada/site/essays/a/Widget.tsx',
      message: '/home/ada/site/essays/a/Widget.tsx: Unterminated JSX. (1:24)',
      loc: { line: 1, column: 24 },
    };
    const astro = {
      id: '/home/ada/site/essays/a/Box.astro',
      message: 'Unexpected token',
      loc: { line: 2, column: 10 },
    };
    expect(problemsOf(Object.assign(new Error('Build failed'), { errors: [jsx, astro] }))).toMatchObject([
      { file: 'essays/a/Widget.tsx', line: 1, column: 24, message: 'The code cannot be used: Unterminated JSX.' },
      { file: 'essays/a/Box.astro', line: 2, column: 10, message: 'The code cannot be used: Unexpected token.' },
    ]);
  });

  it('is found by reading the data, where a tool does not name the file', () => {
    const message =
      '\u001B[31m[builtin:vite-json] \u001B[0mplugin `builtin:vite-json` threw an error\n\nCaused by:\n    key must be a string';
    expect(problemsOf(Object.assign(new Error('Build failed'), { errors: [{ message }] }))).toMatchObject([
      { file: 'essays/a/bad.json', message: expect.stringContaining('The data cannot be used: ') as string },
    ]);
  });

  it('is not what fails elsewhere: that stays as it is', () => {
    const fault = new Error('No space left on device');
    expect(asModuleFaults(fault, folder)).toBe(fault);
  });
});
