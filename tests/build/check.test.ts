import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSite } from '../../src/build/check.ts';
import { Staging } from '../../src/build/output.ts';
import { essay, lines, understand } from '../core/folder.ts';

describe('the check of a built site', () => {
  let place: string;
  let staging: Staging;
  beforeEach(async () => {
    place = mkdtempSync(join(tmpdir(), 'throughline-check-'));
    staging = new Staging(join(place, 'dist'), {});
    await staging.open();
  });
  afterEach(() => {
    rmSync(place, { recursive: true });
  });

  it('names the document behind a page that leads nowhere', async () => {
    const page = '<!doctype html><html lang="en"><a href="/nope/">x</a></html>';
    await staging.make('en/a/index.html', 'page', () => page);
    await staging.make('en/index.html', 'page', () => page);
    const library = understand({ documents: [essay('a/en')] });
    expect(lines(checkSite(library, staging, join(place, 'facts.json'), 'template', new Map()))).toEqual([
      'en/a/index.html dead-link: The link “/nope/” leads to nothing in the built site. → The page is made from essays/a/en.mdx.',
      'en/index.html dead-link: The link “/nope/” leads to nothing in the built site.',
    ]);
  });
});
