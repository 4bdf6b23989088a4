// Periods to choose from. What they are called is said by words/numbers.ts.

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';

const per_year: Record<PeriodKind, number> = { month: 12, quarter: 4, half: 2, year: 1 };

export const kind_of = (period: string): PeriodKind | undefined => {
  if (/^\d{4}$/.test(period)) return 'year';
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter';
  if (/^\d{4}-H[12]$/.test(period)) return 'half';
  return /^\d{4}-\d{2}$/.test(period) ? 'month' : undefined;
};

function name_of(kind: PeriodKind, year: number, number: number): string {
  if (kind === 'year') return String(year);
  if (kind === 'month') return `${year}-${String(number).padStart(2, '0')}`;
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${number}`;
}

/** The last `count` periods of a kind that had ended by `today` (2026-11-22), the latest first. */
export function ended_periods(kind: PeriodKind, today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const parts = per_year[kind];
  // Periods are counted from the year 0; the one that holds today has not ended.
  const current = year * parts + Math.floor(((month - 1) * parts) / 12);
  return Array.from({ length: count }, (_, back) => {
    const ordinal = current - 1 - back;
    return name_of(kind, Math.floor(ordinal / parts), (ordinal % parts) + 1);
  });
}

/** The first of the kinds that a form is asked for ("quarter half year" names several). */
export function first_kind(periods: string): PeriodKind {
  const words = periods.split(' ');
  return (['month', 'quarter', 'half', 'year'] as const).find((kind) => words.includes(kind)) ?? 'year';
}
