// How a target's aim is told: "từ 90 %".
import type { Comparator, ValueUnit } from '../api/figures';
import { directive } from '../words/directive';
import { directives } from '../words/directives';
import { say } from '../words/language.svelte';
import { figure_text } from '../words/numbers';

const told: Record<Exclude<Comparator, 'range'>, keyof typeof directive> = {
  '>=': 'at_least',
  '>': 'more_than',
  '=': 'exactly',
  '<=': 'at_most',
  '<': 'less_than',
};

interface Aim {
  comparator: Comparator;
  value: number;
  value_max: number | null;
  unit: ValueUnit;
  per_unit?: boolean;
}

export function aim_text({ comparator, value, value_max, unit, per_unit }: Aim): string {
  const least = figure_text(value, unit);
  const aim =
    comparator === 'range'
      ? `${least} – ${figure_text(value_max, unit)}`
      : say(directive[told[comparator]], { value: least });
  if (!per_unit) return aim;
  return say(directives.each_unit, {
    aim: comparator === '>=' ? say(directives.at_least, { value: least }) : aim,
  });
}
