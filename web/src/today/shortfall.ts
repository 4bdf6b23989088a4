// What is missing to meet a target, in people and deeds instead of percent: "7 more women".
import type { Cell, ElementEntry, IndicatorEntry, Target } from '../api/figures';

export interface Shortfall {
  /**
   * What is counted: women, unions, or something that `measure` names; `deed`: this union has not done it.
   */
  kind: 'person' | 'unit' | 'other' | 'fewer' | 'deed';
  count: number;
  measure: string;
}

export interface Counted {
  kind: 'person' | 'unit' | 'other';
  measure: string;
}

/**
 * What an indicator counts above the line: the first name of its formula, or unions where it counts those.
 */
export function counted_by(indicator: IndicatorEntry | undefined, elements: ElementEntry[]): Counted {
  const formula = indicator?.formula ?? '';
  if (/^\s*(units|each)\(/.test(formula)) return { kind: 'unit', measure: '' };
  const name = /[a-z_]\w*/.exec(formula)?.[0];
  const element = elements.find((candidate) => candidate.name === name);
  if (element?.unit === 'người') return { kind: 'person', measure: element.unit };
  return { kind: 'other', measure: element?.unit ?? '' };
}

/** Nothing where the target is met, no figure is known, or there is nothing to count it by. */
export function shortfall(target: Target, cell: Cell, counted: Counted): Shortfall | undefined {
  const { goal, value, numerator, denominator } = cell;
  if (cell.status === 'met' || goal === null || value === null) return undefined;
  if (numerator === null || denominator === null) return undefined;
  const short = (count: number): Shortfall | undefined => (count > 0 ? { ...counted, count } : undefined);

  if (target.comparator === '<=' || target.comparator === '<') {
    return { kind: 'fewer', count: Math.max(1, Math.ceil(value - goal)), measure: counted.measure };
  }
  if (target.per_unit || counted.kind === 'unit') {
    if (denominator === 1) return { kind: 'deed', count: 1, measure: counted.measure };
    const wanted = target.per_unit ? denominator : Math.ceil((goal / 100) * denominator);
    return short(wanted - numerator);
  }
  if (target.unit === 'percent') return short(Math.ceil((goal / 100) * denominator) - numerator);
  return short(goal - value);
}
