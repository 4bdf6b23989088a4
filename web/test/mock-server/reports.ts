// The life of reports as the mock knows it: drafts with revisions, versions, steps. Honest about conflicts and rules.
import type { DraftCell, Obligation, Report, ReportEntry, ReportState, Step } from '../../src/api/reports';
import { Refused } from './answers';
import { form_lines } from './forms';

export interface Kept extends Report {
  by: string;
  saved_at: string;
  received: string | null;
}

const now = () => new Date().toISOString();

export class Reports {
  readonly all = new Map<string, Kept>();

  get(unit: string, name: string, period: string, form: string): Kept {
    const key = `${unit}/${period}/${form}`;
    const found = this.all.get(key);
    if (found) return found;
    const fresh: Kept = {
      unit,
      name,
      form,
      title: 'Báo cáo công tác nữ công quý',
      period,
      due: '2026-10-10',
      state: 'none',
      late: true,
      version: 0,
      revision: 0,
      lines: form_lines(),
      steps: [],
      by: '',
      saved_at: '',
      received: null,
    };
    this.all.set(key, fresh);
    return fresh;
  }

  save(report: Kept, person: string, revision: number, cells: DraftCell[]): number {
    if (report.state === 'signed') throw new Refused(422, 'report.signed', 'Báo cáo đã ký, số liệu đã khóa');
    if (revision !== report.revision) {
      throw new Refused(409, 'draft.changed', `${report.by} vừa sửa báo cáo này. Chọn bản giữ lại`, {
        by: report.by,
        at: report.saved_at,
        revision: String(report.revision),
      });
    }
    for (const cell of cells) {
      const line = report.lines.find((one) => one.series === cell.series && one.role === 'entry');
      if (!line) continue;
      line.draft = cell.value;
      line.reason = cell.reason ?? null;
    }
    if (report.state === 'none') report.state = 'draft';
    report.revision += 1;
    report.by = person;
    report.saved_at = now();
    return report.revision;
  }

  send(report: Kept, revision: number): { version: number; sequence: number } {
    if (revision !== report.revision) throw new Refused(409, 'draft.changed', 'Báo cáo vừa được sửa', {});
    const causes = this.faults(report);
    if (causes.length > 0) {
      throw new Refused(422, 'table.rejected', `Chưa lưu gì: còn ${causes.length} chỗ cần sửa`, {}, causes);
    }
    for (const line of report.lines) {
      if (line.role !== 'entry') continue;
      line.current = line.draft ?? line.current;
      line.draft = null;
      line.returned = null;
    }
    report.version += 1;
    report.state = 'sent';
    report.received = now();
    return { version: report.version, sequence: 100 + report.version };
  }

  /** Two kinds of fault are enough to walk them: a rule between figures, and a jump without a reason. */
  private faults(report: Kept) {
    const value = (series: string) => report.lines.find((line) => line.series === series)?.draft ?? 0;
    const causes: { code: string; detail: string; params: object; place: { cell: string } }[] = [];
    if (value('A04') > value('A03')) {
      const detail =
        `Nữ đoàn viên (${value('A04')}) không nhiều hơn tổng số đoàn viên (${value('A03')}). Sửa một ` +
        `trong hai số`;
      causes.push({ code: 'report.rule_broken', detail, params: {}, place: { cell: 'A04' } });
    }
    for (const line of report.lines) {
      const jump =
        line.role === 'entry' && line.draft !== null && line.draft > 5 * Math.max(10, line.last ?? 0);
      if (!jump || line.reason) continue;
      const detail =
        `${line.title}: kỳ trước ${line.last}, nay ${line.draft}. Nếu đúng, ghi lý do ngắn; nếu ` +
        `không, sửa lại số`;
      causes.push({ code: 'report.jump_unexplained', detail, params: {}, place: { cell: line.series } });
    }
    return causes;
  }

  step(report: Kept, kind: Step['kind'], person: string, note: string | null, cells: string[]): void {
    const number = report.steps.length + 1;
    report.steps.push({ number, kind, version: report.version, person, at: now(), note, cells });
    const after: Partial<Record<Step['kind'], ReportState>> = {
      returned: 'returned',
      accepted: 'accepted',
      signed: 'signed',
      reopened: 'sent',
    };
    report.state = after[kind] ?? report.state;
    for (const line of report.lines) if (cells.includes(line.series)) line.returned = note;
  }

  looked_at(report: Kept, version: number): void {
    if (version !== report.version) {
      throw new Refused(
        409,
        'report.version_moved',
        'Báo cáo này vừa có bản mới hơn. Mở bản mới rồi xem lại',
      );
    }
  }

  obligation(report: Kept): Obligation {
    const returned = report.steps.filter((step) => step.kind === 'returned').at(-1)?.note ?? null;
    const { form, title, period, due, state, late } = report;
    return {
      form,
      title,
      period,
      due,
      state,
      late,
      reminded: '2026-11-15',
      returned: state === 'returned' ? returned : null,
    };
  }

  entry(report: Kept): ReportEntry {
    const { unit, name, state, late, version, received } = report;
    return { unit, name, state: version === 0 ? 'none' : state, late, version, received, figures: 8 };
  }
}
