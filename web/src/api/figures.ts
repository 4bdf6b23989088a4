import { address, ask, type Params } from './client';

export type TreeChoice = 'as-was' | 'as-is';
export type ValueUnit = 'percent' | 'count' | string;

export interface Definition {
  code: string;
  title: string;
  formula: string;
  value_unit: ValueUnit;
  measure_unit?: string;
  kind?: string;
  /** Absent of a formula that the catalogue does not name. */
  source?: string;
}

export interface Meta {
  sequence: number;
  today: string;
  tree?: string;
  definition?: Definition;
}

/** A figure, or that it is kept back because it would tell of a few people: then its value is null. */
export interface Guarded {
  value: number | null;
  hidden: boolean;
}

/** One figure of one unit's branch in one period. What is not known is null. */
export interface Figure extends Guarded {
  period: string;
  tree: string;
  unit: string;
  name: string;
  numerator: number | null;
  denominator: number | null;
  units_expected: number;
  units_reported: number;
}

export interface RankedFigure extends Figure {
  rank: number | null;
}

export interface Value extends Figure {
  meta: Meta & { definition: Definition };
  element: string;
  value_unit: ValueUnit;
  not_own: number;
}

export interface Values {
  meta: Meta & { definition: Definition };
  value_unit: ValueUnit;
  lines: RankedFigure[];
}

export interface Source {
  unit: string;
  name: string;
  /** The unit at which it counts in the tree asked for. */
  at: string;
  line: 'own' | 'closed' | 'undivided' | 'founded_later';
  value: number;
  periods: string[];
}

export interface Why extends Value {
  elements: string[];
  sources_count: number;
  sources: Source[];
}

export type Status =
  'met' | 'on_track' | 'behind' | 'missed' | 'no_data' | 'not_bound' | 'not_divided' | 'not_given';
export type Comparator = '>=' | '>' | '=' | '<=' | '<' | 'range';

export interface Target {
  id: string;
  quote: string;
  comparator: Comparator;
  value: number;
  value_max: number | null;
  unit: ValueUnit;
  per_unit: boolean;
  due: string;
  /** Empty where no indicator measures it yet. */
  indicator: string;
}

export interface Cell extends Guarded {
  target: string;
  status: Status;
  numerator: number | null;
  denominator: number | null;
  goal: number | null;
  pace: number | null;
  /** Of some units of the branch only: the others were not given the target. */
  partial: boolean;
}

export interface ScoreRow {
  unit: string;
  name: string;
  units_expected: number;
  units_reported: number;
  cells: Cell[];
}

export interface Scorecard {
  meta: Meta;
  period: string;
  tree: string;
  targets: Target[];
  rows: ScoreRow[];
}

export interface PeriodEntry {
  period: string;
  kind: 'month' | 'quarter' | 'half' | 'year' | 'term';
  series: number;
}

export interface ElementEntry {
  code: string;
  name: string;
  title: string;
  unit: string;
  kind: 'stock' | 'flow';
  decimals: number;
}

export interface IndicatorEntry {
  code: string;
  name: string;
  title: string;
  value_unit: ValueUnit;
  formula: string;
  source: string;
}

export interface FormEntry {
  code: string;
  title: string;
  periods: string;
  kinds: string;
  figures: number;
  due_days: number;
}

/** Which version of the catalogue holds, since when, and how much is in it. */
export interface CatalogueInForce {
  version: string;
  valid_from: string;
  elements: number;
  indicators: number;
  forms: number;
}

export interface KindEntry {
  code: string;
  title: string;
}

export interface Question {
  unit: string;
  element: string;
  period: string;
  tree?: TreeChoice;
  /** Only of the units that this directive was given to. */
  directive?: string;
}

export const value_of = (question: Question) => ask<Value>('/api/value', { ...question });
export const values_of = (question: Question & { until?: string; by?: string }) =>
  ask<Values>('/api/values', { ...question });
export const why = (question: Question & { limit?: number }) => ask<Why>('/api/why', { ...question });
export const scorecard = (question: { unit: string; period: string; by?: string; tree?: TreeChoice }) =>
  ask<Scorecard>('/api/score', { ...question });

export const all_periods = () => ask<{ periods: PeriodEntry[] }>('/api/periods');
export const all_elements = () => ask<{ elements: ElementEntry[] }>('/api/elements');
export const all_indicators = () => ask<{ indicators: IndicatorEntry[] }>('/api/indicators');
export const all_forms = () => ask<{ forms: FormEntry[] }>('/api/forms');
export const catalogue_in_force = () => ask<CatalogueInForce>('/api/catalogue');
export const all_kinds = () => ask<{ kinds: KindEntry[] }>('/api/kinds');

/** Where the same rows are to be had as CSV, for a link. */
export const csv_address = (path: '/api/values' | '/api/score' | '/api/units', params: Params) =>
  address(`${path}.csv`, params);
