import { describe, expect, it } from 'vitest';
import { readable } from '../../../src/core/locale/seam.ts';
import { wordMarker } from '../../../src/core/search/marked.ts';

const mark = wordMarker('sv', (word) => (word.startsWith('värdekedj') ? ['värde', word.slice(5)] : undefined));

describe('a text for the index', () => {
  it.each([
    ['Värdekedjan, då.', 'Värde^kedjan, då.'],
    ['VÄRDEKEDJA', 'VÄRDE^KEDJA'],
    ['l’innovation', 'l’^innovation'],
    ["d'Europe", "d'^Europe"],
    ['le cœur, deux Œuvres', 'le cœur^^coeur, deux Œuvres^^Oeuvres'],
    ['aujourd’hui’', 'aujourd’^hui’'],
    ['2^8', '2＾8'],
    ['nothing to add', 'nothing to add'],
  ])('has marks in its words and reads as before: %s', (text, marked) => {
    expect(mark(text)).toBe(marked);
    expect(readable(marked)).toBe(text);
  });
});
