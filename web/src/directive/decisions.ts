// What a person makes of the targets that were read, before they are handed down.
import type { Candidate, Decision, ReadTarget } from '../api/directives';
import { read_number } from '../words/numbers';

/** As it stands in the boxes of a card; what is left as it was read says nothing. */
export interface Choices {
  /** Empty: no indicator measures it. */
  indicator: string;
  left_out: boolean;
  value: string;
  due: string;
}

/** Below this likeness words only resemble each other: then a person chooses, or none does. */
const sure = 0.6;
const likely = ([first]: Candidate[]): string => (first && first.likeness >= sure ? first.code : '');

export const as_read = ({ indicators }: ReadTarget): Choices => ({
  indicator: likely(indicators),
  left_out: false,
  value: '',
  due: '',
});

export function decision_of(number: number, { indicator, left_out, value, due }: Choices): Decision {
  const typed = read_number(value, 3);
  return {
    number,
    ...(indicator ? { indicator } : { unbound: true }),
    ...(left_out ? { left_out } : {}),
    ...('value' in typed && typed.value !== null ? { value: typed.value } : {}),
    ...(due ? { due } : {}),
  };
}
