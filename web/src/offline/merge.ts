// Two people typed into one draft. What only one of them changed needs no question; where both wrote
// something different a person chooses.
import type { DraftCell } from '../api/reports';

export interface Clash {
  series: string;
  mine: DraftCell;
  theirs: DraftCell;
}

export interface Merged {
  /** All cells, mine where I changed something, clashes still mine. */
  cells: DraftCell[];
  clashes: Clash[];
}

const same = (a: DraftCell | undefined, b: DraftCell | undefined): boolean =>
  (a?.value ?? null) === (b?.value ?? null) && (a?.reason ?? '') === (b?.reason ?? '');

/** `base` is what both began on, `mine` and `theirs` what each made of it. */
export function merge(base: DraftCell[], mine: DraftCell[], theirs: DraftCell[]): Merged {
  const begun = new Map(base.map((cell) => [cell.series, cell]));
  const other = new Map(theirs.map((cell) => [cell.series, cell]));
  const clashes: Clash[] = [];
  const cells = mine.map((cell) => {
    const before = begun.get(cell.series);
    const there = other.get(cell.series) ?? { series: cell.series, value: null };
    if (same(cell, before)) return there;
    if (!same(there, before) && !same(there, cell)) {
      clashes.push({ series: cell.series, mine: cell, theirs: there });
    }
    return cell;
  });
  return { cells, clashes };
}

/** What a person chose takes the place of what stood there. */
export function settle(cells: DraftCell[], chosen: DraftCell[]): DraftCell[] {
  const by_series = new Map(chosen.map((cell) => [cell.series, cell]));
  return cells.map((cell) => by_series.get(cell.series) ?? cell);
}
