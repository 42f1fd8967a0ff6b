import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import type { Words } from '#domain/words/words.ts';
import type { Field, Refusing } from './tables.ts';

/** The things of one kind that a facts file knows, each under its number and its names. */
export class Directory {
  readonly #kind: Words;
  readonly #ids = new Map<string, Set<string>>();
  readonly #shown = new Map<string, string>();

  constructor(kind: Words) {
    this.#kind = kind;
  }

  /** Makes `id` known by each of the names; the first one is how it is shown. */
  add(id: string, names: readonly string[]): void {
    for (const name of names.filter((each) => each !== '')) {
      this.#ids.set(name, (this.#ids.get(name) ?? new Set()).add(id));
      if (!this.#shown.has(id)) this.#shown.set(id, name);
    }
  }

  /** Every name, each with all that it may mean. */
  called(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#ids;
  }

  /** Names by id, for who reads the result. */
  names(): ReadonlyMap<string, string> {
    return this.#shown;
  }

  /** The id that the field means; null and a refusal where it means none or several. */
  find(field: Field | null, where: Refusing): string | null {
    if (field === null) return null;
    const [id, ...others] = this.#ids.get(field.text) ?? [];
    if (id !== undefined && others.length === 0) return id;
    return where.refuse(field, id === undefined ? this.#unknown(field.text) : this.#ambiguous(field.text));
  }

  #unknown(name: string): Words {
    const nearest = nearestWord(name, [...this.#ids.keys()].map((word) => ({ word, names: [] })));
    return {
      zh: `找不到${this.#kind.zh}“${name}”${nearest === null ? '' : `，是否应为“${nearest}”`}。`,
      en: `There is no ${this.#kind.en} “${name}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
    };
  }

  #ambiguous(name: string): Words {
    return { zh: `有几个${this.#kind.zh}都叫“${name}”，请改写编号。`, en: `Several of the kind ${this.#kind.en} are called “${name}”. Write the number instead.` };
  }
}
