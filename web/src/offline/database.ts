// What is kept on the device: answers to read without a network, what was typed, and what waits to be sent.
// Everything but the name of who works here belongs to one account; another one on the same phone sees
// nothing of it.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { DraftCell, ReportKey, Seen } from '../api/reports';
import type { Me } from '../api/session';

export interface KeptAnswer {
  account: number;
  path: string;
  at: string;
  answer: unknown;
}

/** What was typed into one report and has not reached the server. */
export interface KeptDraft {
  account: number;
  report: string;
  key: ReportKey;
  title: string;
  /** The server's draft on which it was begun, and what stood in it. */
  seen: Seen;
  base: DraftCell[];
  cells: DraftCell[];
  at: string;
}

/**
 * A report to be sent as soon as its draft is there. `id` is also the key that makes sending it twice one
 * act.
 */
export interface Parcel {
  id: string;
  account: number;
  report: string;
  key: ReportKey;
  title: string;
  at: string;
  /** What the server said against it: to be mended by hand. */
  refused: string | null;
}

interface Schema extends DBSchema {
  me: { key: 'me'; value: Me };
  answers: { key: [number, string]; value: KeptAnswer };
  drafts: { key: [number, string]; value: KeptDraft };
  parcels: { key: string; value: Parcel; indexes: { report: [number, string] } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('nucong', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('me');
      fresh.createObjectStore('answers', { keyPath: ['account', 'path'] });
      fresh.createObjectStore('drafts', { keyPath: ['account', 'report'] });
      fresh.createObjectStore('parcels', { keyPath: 'id' }).createIndex('report', ['account', 'report']);
    },
  });
  return opened;
}

export const report_name = (key: ReportKey): string => `${key.unit}/${key.period}/${key.form}`;
