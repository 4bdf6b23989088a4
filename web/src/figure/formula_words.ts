// A formula told in the titles of what is counted, for those who do not read its language.
import type { ElementEntry } from '../api/figures';
import { figure as words } from '../words/figures';
import { say } from '../words/language.svelte';

/** Nothing where a name is not one of an element: then the formula stands as it is. */
export function formula_words(formula: string, elements: ElementEntry[]): string | undefined {
  const title_of = (name: string) => elements.find((one) => one.name === name || one.code === name)?.title;
  let unnamed = false;
  const titled = (name: string): string => {
    const title = title_of(name);
    unnamed ||= title === undefined;
    return `“${title ?? name}”`;
  };
  const told: string[] = [];
  const kept = (text: string) => `#${told.push(text) - 1}#`;
  const said = formula
    .replace(/units\(\w+ where (\w+) >= ([\d.]+)\)/g, (_, name: string, value: string) =>
      kept(say(words.units_where, { title: titled(name), value })),
    )
    .replace(/units\(\w+\)/g, () => kept(say(words.units_all)))
    .replace(/each\(\w+: (\w+)\)/g, (_, name: string) => kept(say(words.each_unit, { title: titled(name) })))
    .replace(/[A-Za-z_]\w*/g, titled)
    .replaceAll(' / ', ' ÷ ')
    .replaceAll(' * ', ' × ')
    .replace(/#(\d+)#/g, (_, index: string) => told[Number(index)] ?? '');
  return unnamed ? undefined : said;
}
