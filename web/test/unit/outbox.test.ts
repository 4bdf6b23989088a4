import { beforeEach, expect, test, vi } from 'vitest';

import * as reports from '../../src/api/reports';
import { Away, Problem } from '../../src/api/problem';
import type { KeptDraft } from '../../src/offline/database';
import { outbox } from '../../src/offline/outbox.svelte';
import { session } from '../../src/session/session.svelte';

vi.mock('../../src/api/reports', { spy: true });

const key = { unit: 'PTH-0001', period: '2026-Q3', form: 'NC-Q' };
const draft = (at: string): KeptDraft => ({
  account: 1,
  report: 'PTH-0001/2026-Q3/NC-Q',
  key,
  title: 'Báo cáo quý',
  seen: { version: 0, revision: 0 },
  base: [{ series: 'A04', value: null }],
  cells: [{ series: 'A04', value: 35 }],
  at,
});

const their_report = (value: number) =>
  ({
    version: 0,
    revision: 4,
    lines: [{ role: 'entry', series: 'A04', value, reason: '' }],
  }) as unknown as reports.Report;

const changed = new Problem({
  code: 'draft.changed',
  title: '',
  detail: '',
  status: 409,
  params: { by: 'Hoa', at: '2026-11-22T09:12:00Z' },
});

beforeEach(async () => {
  session.me = { account: 1, name: '', person: '', means: '', second_factor: false, offices: [], may: {} };
  for (const parcel of outbox.parcels) await outbox.take_back(parcel.key);
  await outbox.keep(draft('2026-11-22T09:00:00Z'));
  vi.mocked(reports.save_draft).mockReset();
  vi.mocked(reports.send_report).mockReset();
  vi.mocked(reports.report_of).mockReset();
});

test('what was typed waits while there is no network, and is forgotten here once the server has it', async () => {
  vi.mocked(reports.save_draft).mockRejectedValueOnce(new Away());
  await outbox.deliver_all();
  expect(outbox.waiting).toBe(1);
  vi.mocked(reports.save_draft).mockResolvedValueOnce({ revision: 1 });
  await outbox.deliver_all();
  expect(outbox.waiting).toBe(0);
});

test('what was typed while it was on its way stays', async () => {
  vi.mocked(reports.save_draft).mockImplementationOnce(async () => {
    await outbox.keep(draft('2026-11-22T09:00:05Z'));
    return { revision: 1 };
  });
  await outbox.deliver_all();
  expect(outbox.drafts).toHaveLength(1);
});

test('an answer that was lost is no clash with oneself', async () => {
  vi.mocked(reports.save_draft).mockRejectedValueOnce(changed).mockResolvedValueOnce({ revision: 5 });
  vi.mocked(reports.report_of).mockResolvedValue(their_report(35));
  const delivery = await outbox.deliver(draft('2026-11-22T09:00:00Z'));
  expect(delivery).toMatchObject({ kind: 'saved', draft: { seen: { revision: 5 } } });
});

test('two figures for one box are a clash, and nothing is overwritten', async () => {
  vi.mocked(reports.save_draft).mockRejectedValueOnce(changed);
  vi.mocked(reports.report_of).mockResolvedValue(their_report(36));
  const delivery = await outbox.deliver(draft('2026-11-22T09:00:00Z'));
  expect(delivery).toMatchObject({ kind: 'clash', clashes: { by: 'Hoa', clashes: [{ series: 'A04' }] } });
  expect(outbox.drafts).toHaveLength(1);
});

test('a report sent without a network goes after its draft, once', async () => {
  await outbox.post(key, 'Báo cáo quý');
  vi.mocked(reports.save_draft).mockResolvedValue({ revision: 1 });
  vi.mocked(reports.report_of).mockResolvedValue(their_report(35));
  vi.mocked(reports.send_report).mockResolvedValue({ state: 'sent', version: 1, step: 0, unchanged: false });
  await outbox.deliver_all();
  await outbox.deliver_all();
  expect(reports.send_report).toHaveBeenCalledOnce();
  expect(outbox.waiting).toBe(0);
});

test('a report that the server refuses stays and says why', async () => {
  await outbox.post(key, 'Báo cáo quý');
  const refusal = new Problem({
    code: 'report.rule_broken',
    title: '',
    detail: 'Nữ (60) …',
    status: 422,
    params: {},
  });
  vi.mocked(reports.save_draft).mockResolvedValue({ revision: 1 });
  vi.mocked(reports.report_of).mockResolvedValue(their_report(35));
  vi.mocked(reports.send_report).mockRejectedValueOnce(refusal);
  await outbox.deliver_all();
  expect(outbox.parcels[0]?.refused).toContain('Nữ (60)');
});

test('another account on the same phone sees nothing of it', async () => {
  session.me = { account: 2, name: '', person: '', means: '', second_factor: false, offices: [], may: {} };
  await outbox.refresh();
  expect(outbox.waiting).toBe(0);
});
