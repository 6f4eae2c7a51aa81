/** Fills the braces of a text. A placeholder without a value stays visible. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

const en = {
  drawingName: '{title}: {view}',
  viewNested: 'parts within the whole',
  nestedRole: 'map of activities',
  activityName: '{name}, activity {index} of {count}',
};
/** The words of value chains in one language. */
export type ChainWords = Readonly<Record<keyof typeof en, string>>;
/** The words of value chains in the languages we ship. */
export const chainWords = { en, sv: en, fr: en } satisfies Record<string, ChainWords>;
