/** Essays with imports of their own, by key; the build provides them as modules that load when a page needs one. */
declare module 'virtual:throughline/full-lane' {
  export const modules: Readonly<
    Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>
  >;
  /** Notes that a document cannot be rendered and gives what is shown instead; throws where nobody collects such notes. */
  export function fail(module: string, fault: unknown): string;
}
