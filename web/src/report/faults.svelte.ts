// What the server said against a report that was to be sent: shown at the boxes until it is sent again.
import { SvelteMap } from 'svelte/reactivity';

import type { Problem } from '../api/problem';
import type { ReportKey } from '../api/reports';
import { report_name } from '../offline/database';

export interface Fault {
  code: string;
  series: string;
  text: string;
}

const all = new SvelteMap<string, Fault[]>();

export function tell_faults(key: ReportKey, problem: Problem): void {
  const faults = problem.faults().map(({ code, place, detail }) => ({
    code,
    series: place?.cell ?? '',
    text: detail,
  }));
  all.set(report_name(key), faults);
}

export const forget_faults = (key: ReportKey): void => void all.delete(report_name(key));
export const faults_of_sending = (key: ReportKey): Fault[] => all.get(report_name(key)) ?? [];
