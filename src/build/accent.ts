import { converter, formatHex } from 'culori';

const oklch = converter('oklch');
/** The lightness up to which a colour can be read on paper; the style sheet draws the same line. */
const lightest = 0.53;

/**
 * A site's accent as pages show it on paper: in its hue, and dark enough.
 * @param accent six hexadecimal digits
 */
export function accentOnPaper(accent: string): string {
  const colour = oklch(accent);
  return colour === undefined ? accent : formatHex({ ...colour, l: Math.min(colour.l, lightest) });
}
