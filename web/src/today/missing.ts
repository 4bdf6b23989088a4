// What one unit still lacks to meet each target of a year, as far as this device knows.
import { address } from '../api/client';
import type { Cell, ElementEntry, IndicatorEntry, Scorecard, Status, Target, Value } from '../api/figures';
import { unless } from '../api/asked.svelte';
import { ask_or_kept } from '../offline/keep';
import { counted_by, shortfall, type Counted, type Shortfall } from './shortfall';

export interface Missing {
  target: Target;
  cell: Cell;
  short: Shortfall | undefined;
  /** Where nothing is known of the year yet: how far the year before was from what is asked now. */
  before: { year: string; value: number; short: Shortfall | undefined } | undefined;
}

const open_statuses: Status[] = ['missed', 'behind', 'on_track', 'no_data'];

/** Each target that is open; nothing where the unit was given none. Errors: as `ask_or_kept`. */
export async function missing_of(
  account: number,
  unit: string,
  year: string,
): Promise<Missing[] | undefined> {
  const [score, indicators, elements] = await Promise.all([
    unless(['target.none'], () =>
      ask_or_kept<Scorecard>(account, address('/api/score', { unit, period: year })),
    ),
    ask_or_kept<{ indicators: IndicatorEntry[] }>(account, '/api/indicators'),
    ask_or_kept<{ elements: ElementEntry[] }>(account, '/api/elements'),
  ]);
  if (!score) return undefined;
  return Promise.all(
    open_cells(score.answer).map(async ({ target, cell }) => {
      const indicator = indicators.answer.indicators.find(({ code }) => code === target.indicator);
      const counted = counted_by(indicator, elements.answer.elements);
      const asks_before = cell.status === 'no_data' && target.indicator && !target.per_unit;
      return {
        target,
        cell,
        short: shortfall(target, cell, counted),
        before: asks_before ? await year_before({ account, unit, year, target, cell, counted }) : undefined,
      };
    }),
  );
}

const open_cells = (score: Scorecard): { target: Target; cell: Cell }[] =>
  score.targets.flatMap((target, index) => {
    const cell = score.rows[0]?.cells[index];
    return cell && open_statuses.includes(cell.status) ? [{ target, cell }] : [];
  });

interface Asked {
  account: number;
  unit: string;
  year: string;
  target: Target;
  cell: Cell;
  counted: Counted;
}

async function year_before({
  account,
  unit,
  year,
  target,
  cell,
  counted,
}: Asked): Promise<Missing['before']> {
  const period = String(Number(year) - 1);
  // It is only a help: where the unit is new, or the phone has not got it, there is none.
  const value = await unless(['unit.not_yet_founded', 'network.away'], async () => {
    const path = address('/api/value', { unit, element: target.indicator, period });
    return (await ask_or_kept<Value>(account, path)).answer;
  });
  if (!value || value.value === null) return undefined;
  const { numerator, denominator } = value;
  const stood: Cell = { ...cell, status: 'behind', value: value.value, numerator, denominator };
  return { year: period, value: value.value, short: shortfall(target, stood, counted) };
}
