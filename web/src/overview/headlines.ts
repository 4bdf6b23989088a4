// The eight figures of a leader's page, and what is said of them in words.
import type { Cell, Scorecard, Target } from '../api/figures';

export interface Headline {
  element: string;
  target: Target | undefined;
  cell: Cell | undefined;
}

export interface Told extends Headline {
  /** What the figures are asked for: the element, or the formula of a target for each union. */
  question: string;
  title: string;
  value_unit: string;
  now: number | null;
  hidden: boolean;
  before: number | null;
}

const places = 8;

/**
 * Shown where directives in work name fewer than eight: members, women in committees, committees,
 * training, care.
 */
const usual = ['A04', 'I.NU_BCH', 'I.NCQC_SO', 'I.TAPHUAN_DV', 'I.CHAMLO_DV', 'I.GVN', 'I.HOCBONG', 'A07a'];

/** What targets measure comes first, each measure once. */
export function headlines(score: Scorecard | undefined): Headline[] {
  const bound = (score?.targets ?? []).flatMap((target, column): Headline[] =>
    target.indicator ? [{ element: target.indicator, target, cell: score?.rows[0]?.cells[column] }] : [],
  );
  const rest = usual.map((element): Headline => ({ element, target: undefined, cell: undefined }));
  const seen = new Set<string>();
  return [...bound, ...rest]
    .filter(({ element }) => !seen.has(element) && seen.add(element))
    .slice(0, places);
}

export const change = ({ now, before }: Told): number | null =>
  now === null || before === null ? null : now - before;

/** How much changed, on one measure for shares and counts: part of what was before. */
const relative = (told: Told): number => Math.abs(change(told) ?? 0) / Math.abs(told.before || 1);

export function most_changed(all: Told[]): Told | undefined {
  const changed = all.filter((told) => (change(told) ?? 0) !== 0);
  return changed.sort((a, b) => relative(b) - relative(a))[0];
}

/** How far below what is to be reached: part of it. */
const off = ({ cell }: Told): number => {
  const wanted = cell?.pace ?? cell?.goal;
  return cell?.value === undefined || cell.value === null || !wanted ? 0 : (wanted - cell.value) / wanted;
};

export const with_status = (all: Told[]): Told[] =>
  all.filter(({ cell }) => cell && cell.value !== null && cell.goal !== null);

export function farthest_off(all: Told[]): Told | undefined {
  const missed = with_status(all).filter(
    ({ cell }) => cell?.status === 'missed' || cell?.status === 'behind',
  );
  return missed.sort((a, b) => off(b) - off(a))[0];
}
