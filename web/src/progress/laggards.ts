// Who needs help first.
import type { Cell, ScoreRow } from '../api/figures';

const weight: Partial<Record<Cell['status'], number>> = { missed: 3, behind: 2, no_data: 1 };

/** No unit has a figure for the target: nothing has been reported yet, or nothing was asked for. */
export const is_empty = (rows: ScoreRow[], column: number): boolean =>
  rows.length > 0 && rows.every((row) => row.cells[column]?.status === 'no_data');

export const lags = (cell: Cell): boolean => cell.status === 'missed' || cell.status === 'behind';

/** How far from what was to be reached: 0 at the goal, 1 at nothing. */
function distance({ value, pace, goal }: Cell): number {
  const wanted = pace ?? goal;
  if (value === null || wanted === null || wanted === 0) return 0;
  return Math.max(0, (wanted - value) / wanted);
}

const sum = (cells: Cell[], of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0);

/** The most missed targets first, then the farthest from them, then by name. */
export function laggards_first(rows: ScoreRow[]): ScoreRow[] {
  const ranked = rows.map((row) => ({
    row,
    missed: sum(row.cells, (cell) => weight[cell.status] ?? 0),
    far: sum(row.cells.filter(lags), distance),
  }));
  const by_name = new Intl.Collator('vi');
  ranked.sort((a, b) => b.missed - a.missed || b.far - a.far || by_name.compare(a.row.name, b.row.name));
  return ranked.map(({ row }) => row);
}

/** The column in which most units lag. */
export function worst_column(rows: ScoreRow[]): number {
  const columns = rows[0]?.cells.length ?? 0;
  const lagging = Array.from({ length: columns }, (_, column) =>
    sum(
      rows.flatMap((row) => row.cells[column] ?? []),
      (cell) => (lags(cell) ? 1 : 0),
    ),
  );
  return Math.max(0, lagging.indexOf(Math.max(...lagging)));
}

/** Units that still owe figures. */
export const silent = (row: ScoreRow): boolean => row.units_reported < row.units_expected;
