// The areas of the application in the order of every page. Each stands there only for those who have work
// in it.
import type { SignName } from '../controls/signs';
import { administers, home_unit, leads, looks_below, may } from '../session/session.svelte';
import type { Text } from '../words/language.svelte';
import { shell } from '../words/shell';
import { addresses } from './addresses';

export interface Area {
  name: Text;
  short: Text;
  address: string;
  sign: SignName;
}

const area = (name: Text, address: string, sign: SignName, short = name): Area => ({
  name,
  short,
  address,
  sign,
});

export function areas(): Area[] {
  const all: [boolean, Area][] = [
    [leads(), area(shell.overview, addresses.overview, 'overview')],
    [may('draft_report') || looks_below(), area(shell.today, addresses.today, 'today')],
    [looks_below(), area(shell.progress, addresses.progress(), 'progress', shell.progress_short)],
    [may('draft_report') || looks_below(), area(shell.reports, addresses.reports, 'reports')],
    [may('see_figures'), area(shell.directives, addresses.directives, 'directives', shell.directives_short)],
    [may('reorganise'), area(shell.units, addresses.reorganise, 'units', shell.units_short)],
    [may('manage_accounts'), area(shell.accounts, addresses.accounts, 'accounts')],
    [may('see_audit'), area(shell.audit, addresses.audit, 'audit')],
    [may('see_figures'), area(shell.find, addresses.find, 'find')],
    [administers(), area(shell.catalogue, addresses.catalogue, 'catalogue')],
  ];
  return all.filter(([shown]) => shown).map(([, shown]) => shown);
}

/**
 * Where she begins: the leader with the whole, who looks after others with their progress, all others with
 * their day.
 */
export function first_address(): string {
  if (leads()) return addresses.overview;
  if (looks_below()) return addresses.progress();
  if (may('draft_report')) return addresses.today;
  if (may('reorganise')) return addresses.reorganise;
  const unit = home_unit()?.unit;
  return unit ? addresses.unit(unit) : addresses.me;
}
