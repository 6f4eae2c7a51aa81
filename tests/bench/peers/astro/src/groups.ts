import { essaysByLanguage, type Essay } from './essays.ts';

/** All essays, newest first. */
export async function allEssays(): Promise<Essay[]> {
  return [...(await essaysByLanguage()).values()].flat().sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
}

export function authorsOf(essays: Essay[]): string[] {
  return [...new Set(essays.map(({ data }) => data.author))];
}

export function yearOf({ data }: Essay): string {
  return String(data.date.getUTCFullYear());
}
