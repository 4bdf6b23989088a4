// What the mock answers itself. Figures, units and the catalogue come from the program (serve.ts).
import { Refused, type Asked } from './answers';
import { read_text } from './directives';
import { People, pass_phrase } from './people';
import { Reports, type Kept } from './reports';

export class Mock {
  readonly people = new People();
  readonly reports = new Reports();
  readonly done = new Map<string, unknown>();
  readonly audit: { deed: string; summary: string; unit: string; account: number; at: string }[] = [];

  constructor(private readonly ask: (path: string) => Promise<unknown>) {}

  /** `undefined` where it is not for the mock to answer. */
  async answer(asked: Asked): Promise<unknown> {
    const [, area, first, second, third] = asked.path;
    if (area === 'me') return this.me(asked);
    if (area === 'obligations') return this.obligations(asked);
    if (area === 'reports') return first ? this.report(asked, first, second ?? '', third) : this.list(asked);
    if (area === 'reminders') return { reminded: (await this.branch(asked.body.unit)).length };
    if (area === 'deadlines') return {};
    if (area === 'documents') return { text: asked.raw.toString('utf8'), kind: 'text' };
    if (area === 'directives' && asked.method === 'POST') return this.directive(asked, first);
    if (area === 'targets' || area === 'goals') return {};
    if (area === 'units' && asked.method === 'POST') return this.units(asked, first);
    if (area === 'accounts') return this.accounts(asked, first, second);
    if (area === 'offices') return this.offices(asked);
    if (area === 'links') return {};
    if (area === 'audit') return this.entries(asked);
    return undefined;
  }

  private me({ path, method, account, body }: Asked): unknown {
    if (path[2] === 'totp') {
      if (method === 'POST')
        return { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/nucong?secret=JBSWY3DPEHPK3PXP' };
      this.people.of(account).code = '123456';
      return { recovery_codes: ['1111-2222', '3333-4444'] };
    }
    if (path[2] === 'pass-phrase' && body.old !== pass_phrase) {
      throw new Refused(422, 'pass_phrase.wrong', 'Mật khẩu hiện tại chưa đúng. Nhập lại');
    }
    return this.people.me(account);
  }

  private async branch(unit: string): Promise<{ code: string; name: string; kind: string }[]> {
    const answer = await this.ask(`/api/units?unit=${unit}&kind=grassroots&limit=30`);
    return (answer as { units: { code: string; name: string; kind: string }[] }).units;
  }

  private async named(unit: string, period: string, form: string): Promise<Kept> {
    const { name } = (await this.ask(`/api/units/${unit}`)) as { name: string };
    return this.reports.get(unit, name, period, form);
  }

  private async obligations({ query }: Asked): Promise<unknown> {
    const unit = query.get('unit') ?? '';
    const third = this.reports.obligation(await this.named(unit, '2026-Q3', 'NC-Q'));
    const fourth = {
      ...third,
      period: '2026-Q4',
      due: '2027-01-10',
      state: 'none',
      late: false,
      reminded: null,
    };
    return { obligations: [third, { ...fourth, returned: null }] };
  }

  private async list({ query }: Asked): Promise<unknown> {
    const [period = '', form = ''] = [query.get('period') ?? '', query.get('form') ?? ''];
    const units = await this.branch(query.get('unit') ?? '');
    const all = units.map(({ code, name }) => this.reports.entry(this.reports.get(code, name, period, form)));
    const counts = { none: 0, draft: 0, sent: 0, returned: 0, accepted: 0, signed: 0, late: 0 };
    for (const report of all) {
      counts[report.state] += 1;
      if (report.late) counts.late += 1;
    }
    const state = query.get('state');
    const fits = (report: (typeof all)[number]) =>
      !state || (state === 'late' ? report.late : report.state === state);
    return { reports: all.filter(fits).slice(0, Number(query.get('limit') ?? 50)), counts, next: null };
  }

  private async report(
    asked: Asked,
    unit: string,
    period: string,
    act: string | undefined,
  ): Promise<unknown> {
    const { body, query, account } = asked;
    const { person } = this.people.of(account);
    const form = query.get('form') ?? body.form ?? 'NC-Q';
    const report = await this.named(unit, period, form);
    if (!act) return report;
    if (act === 'draft') {
      return { revision: this.reports.save(report, person, body.revision, body.cells) };
    }
    if (act === 'send') return this.reports.send(report, body.revision);
    if (act === 'return' || act === 'accept' || act === 'sign') this.reports.looked_at(report, body.version);
    if (act === 'return') this.reports.step(report, 'returned', person, body.reason, body.cells);
    if (act === 'accept') this.reports.step(report, 'accepted', person, null, []);
    if (act === 'sign') this.reports.step(report, 'signed', person, null, []);
    if (act === 'reopen') this.reports.step(report, 'reopened', person, body.reason, []);
    if (act === 'send-on') this.reports.step(report, 'sent_on', person, null, []);
    return act === 'sign' ? { hash: 'ab12cd34ef56ab12cd34ef56' } : {};
  }

  private async directive({ body }: Asked, act: string | undefined): Promise<unknown> {
    const { targets } = (await this.ask('/api/directives/D1')) as { targets: never[] };
    const { indicators } = (await this.ask('/api/indicators')) as { indicators: never[] };
    const read = read_text(body.text, targets, indicators);
    if (act === 'read') return { targets: read, citations: [] };
    if (act === 'burden') {
      return { units: 214, figures: 9, known: 6, new: 3, minutes: 35, hours: 125, targets: [] };
    }
    return { directive: 'D1', targets: [] };
  }

  private async units({ body, query }: Asked, act: string | undefined): Promise<unknown> {
    if (act === 'undo') return { events: 2 };
    const { events } = body;
    const self = events.find((event) => event.into === event.unit);
    if (self) {
      const detail = `“${self.unit}” không sáp nhập vào chính nó được. Ghi mã đơn vị nhận`;
      throw new Refused(422, 'unit.merge_self', detail, { unit: self.unit });
    }
    const ended = events.filter((event) => ['merge', 'close', 'split'].includes(event.event)).length;
    const founded = events.filter((event) => event.event === 'found').length;
    const standing = 1193 - ended + founded;
    const told = { events: events.length, founded, ended, standing, moved_figures: 1240 * ended };
    return query.get('rehearse') ? told : { ...told, sequence: 101 };
  }

  private accounts({ method, body }: Asked, account: string | undefined, act: string | undefined): unknown {
    if (method === 'GET')
      return { accounts: this.people.all.map(({ code, ...rest }) => ({ ...rest, has: !!code })) };
    if (act === 'reset') return { link: 'lk-7Gh2Kq' };
    if (method === 'DELETE') return { closed: (this.people.of(Number(account)).closed = true) };
    return { account: this.people.make(body.name, body.person, body.offices), link: 'lk-9Zt4Wm' };
  }

  private offices({ body }: Asked): unknown {
    this.people.hand_over(body.account, body.receiver, body.role, body.unit, body.day);
    return {};
  }

  private entries({ query }: Asked): unknown {
    const before = Number(query.get('before') ?? this.audit.length + 1);
    const entries = this.audit.map((one, index) => ({
      ...one,
      sequence: index + 1,
      person: this.people.of(one.account).person,
      address: '192.0.2.7',
      thing: '',
      hash: (index * 7919 + 104729).toString(16).padStart(16, '0'),
    }));
    return {
      entries: entries
        .filter((entry) => entry.sequence < before)
        .reverse()
        .slice(0, 50),
    };
  }
}
