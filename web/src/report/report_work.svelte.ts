// One report as it is being filled in: what is typed stands here, on the device and, as soon as there is a
// network, in the server's draft. The text of a box is kept as it was typed.
import { SvelteMap } from 'svelte/reactivity';

import type { Problem } from '../api/problem';
import {
  report_address,
  type DraftCell,
  type Report,
  type ReportKey,
  type ReportLine,
  type Seen,
} from '../api/reports';
import { report_name, type KeptDraft } from '../offline/database';
import { cells_of, type Clashes } from '../offline/deliver';
import { keep_answer } from '../offline/keep';
import { settle } from '../offline/merge';
import { outbox } from '../offline/outbox.svelte';
import { session } from '../session/session.svelte';
import { read_number } from '../words/numbers';

export type Saved = 'nothing' | 'saving' | 'saved' | 'kept';

interface Box {
  text: string;
  reason: string;
}

const pause_ms = 800;

const text_of = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

export class ReportWork {
  readonly key: ReportKey;
  readonly report: Report;
  saved = $state<Saved>('nothing');
  clashes = $state.raw<Clashes | undefined>();
  problem = $state.raw<Problem | undefined>();
  readonly boxes = new SvelteMap<string, Box>();
  #base: DraftCell[];
  #seen: Seen;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delivery: Promise<void> = Promise.resolve();

  /** `kept` is what this device still holds of it. */
  constructor(report: Report, kept: KeptDraft | undefined) {
    this.key = { unit: report.unit, period: report.period, form: report.form };
    this.report = report;
    this.#base = kept?.base ?? cells_of(report);
    const { version, revision } = kept?.seen ?? report;
    this.#seen = { version, revision };
    this.#fill(kept?.cells ?? cells_of(report));
    outbox.open_report = report_name(this.key);
    if (kept) void this.deliver();
  }

  /** To be called when its page is left. */
  close(): void {
    outbox.open_report = undefined;
    if (this.saved === 'saving') void this.deliver();
  }

  get revision(): number {
    return this.#seen.revision;
  }

  entries(): ReportLine[] {
    return this.report.lines.filter((line) => line.role === 'entry');
  }

  box(series: string): Box {
    return this.boxes.get(series) ?? { text: '', reason: '' };
  }

  value(line: ReportLine): number | null {
    const typed = read_number(this.box(line.series).text, line.decimals);
    return 'value' in typed ? typed.value : null;
  }

  /** Of a line that the program adds up, from what is typed. */
  total(line: ReportLine): number | null {
    const parts = line.addends.flatMap((place) => {
      const addend = this.report.lines[place];
      return addend ? (this.value(addend) ?? []) : [];
    });
    return parts.length > 0 ? parts.reduce((sum, value) => sum + value, 0) : null;
  }

  blanks(): ReportLine[] {
    return this.entries().filter((line) => this.box(line.series).text.trim() === '');
  }

  /** Boxes whose text is no number, with what to tell. */
  malformed() {
    return this.entries().flatMap((line) => {
      const { text } = this.box(line.series);
      const typed = read_number(text, line.decimals);
      return 'fault' in typed ? [{ series: line.series, text, fault: typed.fault }] : [];
    });
  }

  cells(): DraftCell[] {
    return this.entries().map((line) => {
      const { reason } = this.box(line.series);
      return { series: line.series, value: this.value(line), ...(reason ? { reason } : {}) };
    });
  }

  type(series: string, change: Partial<Box>): void {
    this.boxes.set(series, { ...this.box(series), ...change });
    this.saved = 'saving';
    void this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.deliver(), pause_ms);
  }

  /** Brings what stands here to the server; one attempt after the other. */
  deliver(): Promise<void> {
    clearTimeout(this.#timer);
    this.#delivery = this.#delivery.then(() => this.#attempt());
    return this.#delivery;
  }

  /** What was chosen of the clashes takes their place, and all is saved again. */
  async choose(chosen: DraftCell[]): Promise<void> {
    this.clashes = undefined;
    this.#fill(settle(this.cells(), chosen));
    await this.deliver();
  }

  async #attempt(): Promise<void> {
    if (this.clashes || this.malformed().length > 0) return;
    const offered = await this.#keep();
    if (!offered) return;
    const delivery = await outbox.deliver(offered);
    this.problem = delivery.kind === 'refused' ? delivery.problem : undefined;
    if (delivery.kind === 'saved' || delivery.kind === 'clash') this.#take_over(offered, delivery.draft);
    if (delivery.kind === 'away') this.saved = 'kept';
    if (delivery.kind === 'clash') this.clashes = delivery.clashes;
    if (delivery.kind === 'saved') {
      this.saved = (await outbox.draft_of(this.key)) ? 'saving' : 'saved';
      await this.#keep_report();
    }
  }

  /** What somebody else wrote comes onto the screen; what was typed here since stays. */
  #take_over(offered: KeptDraft, joined: KeptDraft): void {
    this.#seen = joined.seen;
    this.#base = joined.base;
    const before = new Map(offered.cells.map((cell) => [cell.series, cell.value]));
    this.#fill(joined.cells.filter((cell) => cell.value !== before.get(cell.series)));
  }

  async #keep(): Promise<KeptDraft | undefined> {
    const account = session.me?.account;
    if (account === undefined) return undefined;
    const draft: KeptDraft = {
      account,
      report: report_name(this.key),
      key: this.key,
      title: this.report.title,
      seen: this.#seen,
      base: this.#base,
      cells: this.cells(),
      at: new Date().toISOString(),
    };
    await outbox.keep(draft);
    return draft;
  }

  /** So that the report reads the same if it is next opened without a network. */
  async #keep_report(): Promise<void> {
    const account = session.me?.account;
    if (account === undefined) return;
    const lines = this.report.lines.map((line) =>
      line.role === 'entry' ? { ...line, value: this.value(line) } : line,
    );
    await keep_answer(account, report_address(this.key), { ...this.report, ...this.#seen, lines });
  }

  #fill(cells: DraftCell[]): void {
    for (const { series, value, reason } of cells) {
      this.boxes.set(series, { text: text_of(value), reason: reason ?? '' });
    }
  }
}
