import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chainRecords, type ChainSubject } from '../../core/search/chain-record.ts';
import { searchRecords, type SearchRecord } from '../../core/search/record.ts';
import { heavyWords, readVocabulary, vocabularyText, type VocabularySource } from '../../core/search/vocabulary.ts';
import { digestOf } from '../folder.ts';
import { tendHeap } from '../heap.ts';
import { receiveSubjects, type SentSubject } from './sent-subject.ts';
import { writeBundle, type BundleSetting, type Written } from './bundle.ts';

/** What the index of a language is made from; plain data, so that it can be sent to another process. */
export interface IndexJob {
  readonly lang: string;
  /** Folder that gets the index. */
  readonly out: string;
  readonly subjects: readonly SentSubject[];
  /** Folder with the texts that have not come with them. */
  readonly texts: string | undefined;
  readonly chains: readonly ChainSubject[];
  readonly names: VocabularySource['content'];
  /** Where the index is kept between builds, if it is. */
  readonly kept: BundleSetting['kept'];
}

/** From so many documents on, an index needs much memory while it is made. */
const many = 2000;

/** Makes the index of a language, and tells what it has written. */
export async function indexLanguage({
  lang,
  out,
  subjects: sent,
  texts,
  chains,
  names,
  kept,
}: IndexJob): Promise<Written> {
  if (sent.length > many) tendHeap();
  const subjects = receiveSubjects(sent, texts);
  const documents = subjects.map(({ document }) => document);
  const vocabulary = readVocabulary({ documents, content: names }, lang);
  const records = function* (): Generator<SearchRecord> {
    yield* searchRecords(subjects, vocabulary);
    yield* chainRecords(chains, vocabulary);
  };
  const written = await writeBundle(lang, records(), out, { heavy: heavyWords(vocabulary), kept });
  const list = vocabularyText(vocabulary);
  await writeFile(join(out, 'words.txt'), list);
  return new Map(written).set('words.txt', digestOf(list));
}
