// What to ask of the figures for a target. "At least one in each union" is no figure by itself: what can be
// asked, and opened down to those who reported, is the share of unions that reached it.
import type { Guarded, IndicatorEntry, RankedFigure, Target, Value } from '../api/figures';

export function element_of(target: Target, indicators: IndicatorEntry[]): string {
  const formula = indicators.find((one) => one.code === target.indicator)?.formula ?? '';
  const [, kind, counted] = /^each\((\w+): (.+)\)$/.exec(formula) ?? [];
  if (!kind || !counted) return target.indicator;
  return `units(${kind} where ${counted} ${target.comparator} ${target.value}) / units(${kind})`;
}

type Ratio = Pick<Value | RankedFigure, 'value' | 'numerator' | 'denominator' | 'hidden'>;

/**
 * The server tells a ratio that the catalogue does not name as a part of one: here it is a percentage like
 * others.
 */
export function as_shown(figure: Ratio, value_unit: string): Guarded & { value_unit: string } {
  const { value, numerator, denominator, hidden } = figure;
  if (value_unit !== 'other' || numerator === null || !denominator) return { value, value_unit, hidden };
  return { value: (numerator / denominator) * 100, value_unit: 'percent', hidden };
}
