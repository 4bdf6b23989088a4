// Finds the targets of the example directive in a text: enough to walk the screen, no reader of directives.
import type { ReadTarget } from '../../src/api/directives';
import type { IndicatorEntry, Target } from '../../src/api/figures';

export function read_text(text: string, known: Target[], indicators: IndicatorEntry[]): ReadTarget[] {
  const bytes = (part: string) => Buffer.byteLength(part, 'utf8');
  const found = known.flatMap((target) => {
    const at = text.indexOf(target.quote);
    return at < 0 ? [] : [{ target, at }];
  });
  return found.map(({ target, at }, index) => {
    const begin = bytes(text.slice(0, at));
    const near = indicators.filter((one) => one.value_unit === target.unit && one.code !== target.indicator);
    const own = indicators.filter((one) => one.code === target.indicator);
    return {
      number: index + 1,
      begin,
      end: begin + bytes(target.quote),
      quote: target.quote,
      comparator: target.comparator,
      value: target.value,
      value_max: target.value_max,
      unit: target.unit,
      noun: '',
      subject: '',
      due: target.due,
      candidates: [...own, ...near.slice(0, 2)].map((one, place) => ({
        indicator: one.code,
        title: one.title,
        likeness: 86 - 30 * place,
      })),
    };
  });
}
