import { describe, expect, it } from 'vitest';
import { compileBody, faultsOf } from './compiled.ts';

describe('tags in an essay', () => {
  it.each([
    ['<p style="color: red">x</p>', '1:1 style-attribute: style= on <p> is not allowed.'],
    ['<p style={{ color: "red" }}>x</p>', '1:1 style-attribute: style= on <p> is not allowed.'],
    [
      '<button onClick="x()">x</button>',
      '1:1 event-attribute: onClick= on <button> is not allowed: an essay runs no scripts.',
    ],
    [
      'a <b onmouseover={() => 1}>x</b>',
      '1:3 event-attribute: onmouseover= on <b> is not allowed: an essay runs no scripts.',
    ],
    ['<script>x</script>', '1:1 forbidden-element: <script> is not allowed in an essay.'],
    ['<style>x</style>', '1:1 forbidden-element: <style> is not allowed in an essay.'],
    ['> <iframe src="x" />', '1:3 forbidden-element: <iframe> is not allowed in an essay.'],
    ['<object data="x" />', '1:1 forbidden-element: <object> is not allowed in an essay.'],
    ['<embed src="x" />', '1:1 forbidden-element: <embed> is not allowed in an essay.'],
    ['<svg>\n  <script>x</script>\n</svg>', '2:3 forbidden-element: <script> is not allowed in an essay.'],
    ['<svg onload="x" />', '1:1 event-attribute: onload= on <svg> is not allowed: an essay runs no scripts.'],
    ['<p {...{ a: 1 }}>x</p>', '1:1 spread-attribute: {...{ a: 1 }} on <p> hides which attributes it has.'],
    [
      '<p dangerouslySetInnerHTML={{ __html: "<b>" }} />',
      '1:1 raw-markup: dangerouslySetInnerHTML= on <p> is not allowed.',
    ],
    ['<stong>x</stong>', '1:1 unknown-element: There is no HTML element <stong>.'],
    ['<p id="a">x</p>\n\n<p id="a">y</p>', '3:1 duplicate-id: The id “a” is already used in this file.'],
    ['x[^1]\n\n<p id="fn-1">y</p>\n\n[^1]: z', '3:1 duplicate-id: The id “fn-1” is already used in this file.'],
  ])('%j is refused', async (body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });

  it.each([
    '<kbd>x</kbd>',
    '<ruby>漢<rt>かん</rt></ruby>',
    '<x-y>x</x-y>',
    '<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>',
    '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>',
  ])('%j is fine', async (body) => {
    expect(await faultsOf(body)).toEqual([]);
  });

  it('may carry ids, which links can point at', async () => {
    expect((await compileBody('<span id="here">x</span> y')).outline.ids).toEqual(['here']);
  });
});
