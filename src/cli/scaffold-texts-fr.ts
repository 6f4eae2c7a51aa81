import type { ScaffoldTexts } from './scaffold-texts.ts';

/** Scaffolded files in French. */
export const fr: ScaffoldTexts = {
  site: {
    description: 'Une phrase qui dit de quoi parle ce site.',
    tag: 'premiers pas',
    essay: {
      title: 'Bonjour',
      description: 'Le premier essai de ce site, fait pour être réécrit.',
      slug: 'bonjour',
      body: `
Voici le premier essai de votre site. Il se trouve dans \`essays/hello/{lang}.mdx\` : modifiez le texte, enregistrez le fichier et reconstruisez le site. Quand vous n'en aurez plus besoin, supprimez le dossier \`essays/hello\`.

## Ce qu'un essai peut contenir

Tout ce que permet Markdown, de l'*italique* aux tableaux, et des notes.[^note] Un lien vers un autre texte indique son dossier : [à propos de ce site](../../pages/about/).

[^note]: En voici une.
`,
    },
    page: {
      title: 'À propos du site',
      description: 'Qui écrit ici, et pourquoi.',
      slug: 'a-propos',
      body: `
Dites ici qui vous êtes, de quoi vous parlez et comment vos lecteurs peuvent vous joindre. Cette page se trouve dans \`pages/about/{lang}.mdx\`.
`,
    },
  },
  description: {
    essay: 'Une ou deux phrases qui disent de quoi parle l’essai.',
    concept: 'Une phrase qui dit ce que le terme signifie.',
    page: 'Une phrase qui dit ce que contient la page.',
  },
  body: 'Commencez ici.',
  about: {
    title: 'Nom du site.',
    description: 'Une phrase, que l’accueil affiche en grand.',
    address: 'L’adresse où l’on trouvera le site. Elle peut avoir un chemin : https://example.org/blog/',
    languages:
      'Langues du site, dans l’ordre où le sélecteur les montre. Chaque texte est un fichier qui porte le nom de sa langue.',
    identity:
      'Partie des identifiants permanents de vos essais dans les flux : un domaine à vous, et une année où il l’était.\nCorrigez-la au besoin avant de publier ; n’y touchez plus ensuite.',
    navigation:
      'Le menu principal : archive, tags, series, concepts, chains, authors, search, subscribe, ou vos propres pages.',
    optional: 'Également possibles :',
    tags: 'Toutes les étiquettes que les essais peuvent porter : un identifiant, et un nom dans chaque langue.',
    authors: 'Les signatures possibles. L’auteur par défaut (default) signe les essais qui n’en nomment aucun.',
    author: 'Écrivez « person » et votre nom si vous signez vous-même.',
    date: 'Jour de publication',
    essayTags: 'Identifiants de tags.yaml',
    draft: 'Supprimez cette ligne pour publier.',
    translate: 'À traduire',
  },
};
