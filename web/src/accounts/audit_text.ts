// The server keeps what a deed was about in short words of its own, the same in every language; here they
// are said as people say them. What has no rule stays as it was kept.
import { audit_words as words } from '../words/audit';
import { say, type Text } from '../words/language.svelte';
import { day_text, period_text } from '../words/numbers';
import { session } from '../words/session';

const role_text = (role: string): string => {
  const known = (session as Record<string, Text>)[`role.${role}`];
  return known ? say(known) : role;
};

type Rule = [RegExp, (...parts: string[]) => string];

const rules: Rule[] = [
  [/^account (.+)$/, (name = '') => say(/^\d+$/.test(name) ? words.account_number : words.account, { name })],
  [/^token (.+)$/, (name = '') => say(words.token, { name })],
  [/^directive (.+)$/, (id = '') => say(words.directive, { id })],
  [/^target (.+)$/, (id = '') => say(words.target, { id })],
  [
    /^report (\S+) (\S+)$/,
    (code = '', period = '') => say(words.report, { code, period: period_text(period) }),
  ],
  [/^(\d+) goals$/, (count = '') => say(words.goals, { count })],
  [/^(\d+) events?$/, (count = '') => say(words.events, { count })],
  [/^(\d+) units$/, (count = '') => say(words.units, { count })],
  [/^(\d+) targets$/, (count = '') => say(words.targets, { count })],
  [/^version (\d+)$/, (version = '') => say(words.version, { version })],
  [/^(\S+): (\d+) units$/, (form = '', count = '') => say(words.reminded, { form, count })],
  [/^(\S+) to (\d{4}-\d\d-\d\d)$/, (form = '', day = '') => say(words.until, { form, day: day_text(day) })],
  [
    /^(\w+) from (\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?(?:, ended (\d{4}-\d\d-\d\d))?$/,
    (role = '', from = '', until = '', ended = '', to = ended || until) =>
      say(to ? words.office_ended : words.office, {
        role: role_text(role),
        from: day_text(from),
        to: to ? day_text(to) : '',
      }),
  ],
  [
    /^(\w+) to account (\d+) on (\d{4}-\d\d-\d\d)$/,
    (role = '', account = '', day = '') =>
      say(words.handed_over, { role: role_text(role), account, day: day_text(day) }),
  ],
  [/^first administrator$/, () => say(words.first_administrator)],
  [/^recovery code$/, () => say(words.recovery_code)],
];

/** What a deed was about, or what came of it. */
export function audit_text(kept: string): string {
  for (const [pattern, told] of rules) {
    const found = pattern.exec(kept);
    if (found) return told(...found.slice(1));
  }
  return kept;
}
