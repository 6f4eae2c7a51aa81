/** Packages without types of their own, as far as they are used. */
declare module 'wawoff2' {
  const wawoff2: { decompress: (woff2: Uint8Array) => Promise<Uint8Array> };
  export default wawoff2;
}

declare module 'bidi-js' {
  interface Bidi {
    /** Embedding level of each UTF-16 unit; odd ones run from right to left. */
    readonly getEmbeddingLevels: (text: string, direction: 'ltr' | 'rtl') => { readonly levels: Uint8Array };
    /** The mirrored form of a bracket, or nothing. */
    readonly getMirroredCharacter: (character: string) => string | null;
  }
  export default function bidiFactory(): Bidi;
}
