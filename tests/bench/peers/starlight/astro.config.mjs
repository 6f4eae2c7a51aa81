import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://bench.example',
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'Bench',
      defaultLocale: 'en',
      locales: { en: { label: 'English', lang: 'en' }, sv: { label: 'Svenska', lang: 'sv' }, fr: { label: 'Français', lang: 'fr' } },
      // The whole site in every sidebar is quadratic; a blog has none.
      sidebar: [],
    }),
  ],
});
