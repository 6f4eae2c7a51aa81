import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knowledge } from '../core/library/knowledge.ts';
import { Staging } from './output.ts';
import { templateDigest } from './project.ts';
import { writeSearch } from './search/search.ts';

/** The search of a site that is being written: its indexes are made when somebody asks for them. */
export class DevSearch {
  readonly #state: string;
  #knowledge: Knowledge | undefined;
  /** Files of the indexes of what is known, by their routes; none when nobody has asked, or they could not be made. */
  #made: Promise<ReadonlyMap<string, string>> | undefined;
  /** Settled when none is in the making: they are all made in the same place. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param state folder that keeps what is known between builds */
  constructor(state: string) {
    this.#state = state;
  }

  /** Says what is known by now. */
  renew(knowledge: Knowledge | undefined): void {
    this.#knowledge = knowledge;
    this.#made = undefined;
  }

  /** A file of the search, if there is one at that route. */
  async file(route: string): Promise<Buffer | undefined> {
    const made = (this.#made ??= this.#make());
    // Whoever asks next has it made again.
    const forget = (): undefined => {
      if (this.#made === made) this.#made = undefined;
    };
    const file = (await made.catch(forget))?.get(route);
    // Another server of the same folder may have made its own in this place.
    return file === undefined ? undefined : readFile(file).catch(forget);
  }

  #make(): Promise<ReadonlyMap<string, string>> {
    const made = this.#last.then(() => this.#index());
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #index(): Promise<ReadonlyMap<string, string>> {
    const staging = new Staging(join(this.#state, 'dev-search'), {});
    await staging.open();
    const [knowledge, kept] = [this.#knowledge, join(this.#state, 'search')];
    if (knowledge) await writeSearch({ knowledge, template: templateDigest(), staging, previous: {}, kept });
    return new Map([...staging.files.keys()].map((file) => [file, join(staging.folder, file)]));
  }
}
