import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SUMMARY, runTests, tally } from '../../src/cli/test.ts';
import type { Step } from '../../src/cli/test.ts';

let root: string;
let shown: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-test-'));
  mkdirSync(join(root, 'node_modules'));
  shown = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    shown += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

/** A step that runs a program of its own. */
function step(name: string, program: string, more: Partial<Step> = {}): Step {
  writeFileSync(join(root, 'node_modules', `${name}.cjs`), program);
  return { name, command: [`${name}.cjs`], ...more };
}

function reporting(name: string, tests: string[], code = 0): Step {
  const report = JSON.stringify({ testResults: [{ assertionResults: tests.map((status) => ({ status })) }] });
  const program = `require('fs').writeFileSync('${name}.json', ${JSON.stringify(report)}); process.exitCode = ${code};`;
  return step(name, program, { report: `${name}.json` });
}

describe('running all checks', () => {
  it('goes on after a failure, adds everything up and fails at the end', async () => {
    const steps = [
      step('types', "console.log('all is well')"),
      step('lint', "console.log('a stray comma'); process.exitCode = 1;"),
      reporting('unit', ['passed', 'passed', 'failed'], 1),
    ];
    expect(await runTests(root, steps)).toBe(1);
    expect(JSON.parse(readFileSync(join(root, SUMMARY), 'utf8'))).toMatchObject({
      passed: 3,
      failed: 2,
      steps: [
        { name: 'types', passed: 1, failed: 0 },
        { name: 'lint', passed: 0, failed: 1 },
        { name: 'unit', passed: 2, failed: 1 },
      ],
    });
    expect(shown).toMatch(/\[2\/3\] lint …\na stray comma\n\[2\/3\] lint: 0 passed, 1 FAILED, \d+\.\d s\n/);
    expect(shown).not.toContain('all is well');
    expect(shown).toMatch(/\n2 of 5 checks failed in 0 min \d s: lint; unit\.\n$/);
  });

  it('ends well when everything passed', async () => {
    expect(await runTests(root, [reporting('unit', ['passed', 'skipped'])])).toBe(0);
    expect(shown).toMatch(/\nAll 1 checks passed in 0 min \d s\.\n$/);
  });

  it('hands what a step has prepared to its program', async () => {
    const found = step('browser', "process.exitCode = process.env.CHROME_PATH === '/x' ? 0 : 1", {
      prepare: () => Promise.resolve({ CHROME_PATH: '/x' }),
    });
    expect(await runTests(root, [found])).toBe(0);
  });

  it('counts a step that cannot be prepared as failed and says why', async () => {
    const without = step('browser', '', {
      prepare: () => Promise.reject(new Error('No browser was found.')),
      report: 'r.json',
    });
    expect(await runTests(root, [without])).toBe(1);
    expect(shown).toContain('No browser was found.\n');
  });

  it('does not count the report of an earlier run', async () => {
    writeFileSync(join(root, 'unit.json'), '{"testResults":[{"assertionResults":[{"status":"passed"}]}]}');
    expect(await runTests(root, [step('unit', 'process.exitCode = 1', { report: 'unit.json' })])).toBe(1);
    expect(shown).toContain('unit: 0 passed, 1 FAILED');
  });
});

it.each([
  ['no report', undefined, 0, { passed: 0, failed: 1 }],
  ['half a report', '{"testRes', 0, { passed: 0, failed: 1 }],
  [
    'a file that could not be loaded',
    '{"testResults":[{"status":"failed","assertionResults":[]}]}',
    1,
    { passed: 0, failed: 1 },
  ],
  [
    'a failure outside of any test',
    '{"testResults":[{"status":"passed","assertionResults":[{"status":"passed"}]}]}',
    1,
    { passed: 1, failed: 1 },
  ],
  [
    'skipped tests',
    '{"testResults":[{"status":"passed","assertionResults":[{"status":"skipped"}]}]}',
    0,
    { passed: 0, failed: 0 },
  ],
])('counts %s', (_what, report, code, counts) => {
  expect(tally(report, code)).toEqual(counts);
});
