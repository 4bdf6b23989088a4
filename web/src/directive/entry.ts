// How a directive is told in a line: its number, if it has one, and what it is for.
import type { DirectiveEntry } from '../api/directives';
import { directive as words } from '../words/directive';
import { say } from '../words/language.svelte';
import { capitalised, period_text } from '../words/numbers';

export const entry_text = ({ number, period }: Pick<DirectiveEntry, 'number' | 'period'>): string =>
  number ? say(words.entry, { number, period: period_text(period) }) : capitalised(period_text(period));
