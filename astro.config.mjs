import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { anywherePlugin, fullLane, fullLanePlugin, langOfFile } from './src/build/full-lane.ts';
import { modulesPlugin } from './src/build/outside.ts';
import { programIntegration } from './src/build/program.ts';
import { mdxProcessor } from './src/mdx/processor.ts';

// Wiring only: address, folders and pages come from the build, which calls Astro with the rest.
export default defineConfig({
  compressHTML: true,
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [
    // Its compiler is slow, and code without JSX needs none.
    preact({ include: [/\.(?:[cm]?jsx?|[cm]?tsx)$/] }),
    mdx({ processor: mdxProcessor({ langOf: langOfFile, words: (lang) => fullLane().words[lang] }) }),
    programIntegration(),
  ],
  devToolbar: { enabled: false },
  vite: {
    plugins: [fullLanePlugin(), anywherePlugin(), modulesPlugin()],
    build: { assetsInlineLimit: 0 },
    resolve: { dedupe: ['preact'] },
  },
});
