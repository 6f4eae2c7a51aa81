import type { ScaffoldTexts } from './scaffold-texts.ts';

/** Scaffolded files in Swedish. */
export const sv: ScaffoldTexts = {
  site: {
    description: 'En mening som säger vad sajten handlar om.',
    tag: 'första stegen',
    essay: {
      title: 'Hej',
      description: 'Sajtens första essä, till för att skrivas om.',
      slug: 'hej',
      body: `
Det här är den första essän på din sajt. Den ligger i \`essays/hello/{lang}.mdx\`: ändra texten, spara filen och bygg om. När du inte behöver den längre tar du bort mappen \`essays/hello\`.

## Vad en essä kan innehålla

Allt som finns i Markdown, från *betoning* till tabeller, och noter.[^note] En länk till en annan text anger dess mapp: [om sajten](../../pages/about/).

[^note]: Det här är en.
`,
    },
    page: {
      title: 'Om sajten',
      description: 'Vem som skriver här, och varför.',
      slug: 'om',
      body: `
Berätta här vem du är, vad du skriver om och hur läsare når dig. Sidan ligger i \`pages/about/{lang}.mdx\`.
`,
    },
  },
  description: {
    essay: 'En eller två meningar som säger vad essän handlar om.',
    concept: 'En mening som säger vad termen betyder.',
    page: 'En mening som säger vad som finns på sidan.',
  },
  body: 'Börja här.',
  about: {
    title: 'Sajtens namn.',
    description: 'En mening, som visas stort på startsidan.',
    address: 'Var sajten kommer att finnas. Adressen får ha en sökväg: https://example.org/blogg/',
    languages: 'Sajtens språk, i den ordning språkväljaren visar dem. Varje text är en fil med språkets namn.',
    identity:
      'Del av de permanenta id:n som flödesläsare känner igen dina essäer på: en domän som är din, och ett år då den var det.\nRätta den vid behov innan du publicerar; ändra den aldrig därefter.',
    navigation: 'Huvudmenyn: archive, tags, series, concepts, chains, authors, search, subscribe, eller egna sidor.',
    optional: 'Går också att ange:',
    tags: 'Alla taggar som essäer får använda: ett id, och ett namn på varje språk.',
    authors: 'Alla som kan stå som författare. Den som är default står för essäer som inte anger någon.',
    author: 'Skriv ”person” och ditt namn om du själv står som författare.',
    date: 'Publiceringsdag',
    essayTags: 'Id:n ur tags.yaml',
    draft: 'Ta bort den här raden för att publicera.',
    translate: 'Ska översättas',
  },
};
