// What was typed or sent without a network waits here, in the device's own database, until the server has it.
import { fresh_key } from '../api/client';
import { problem_from } from '../api/asked.svelte';
import { report_of, send_report, type ReportKey } from '../api/reports';
import { session } from '../session/session.svelte';
import { database, report_name, type KeptDraft, type Parcel } from './database';
import { deliver, type Delivery } from './deliver';

const patience_ms = 20_000;

class Outbox {
  drafts = $state.raw<KeptDraft[]>([]);
  parcels = $state.raw<Parcel[]>([]);
  online = $state(navigator.onLine);
  /**
   * The report on the screen: its page delivers the draft itself, because it can ask which version to
   * keep.
   */
  open_report = $state<string | undefined>();
  /** What is being typed does not wait as long as there is a network. */
  readonly waiting = $derived(
    this.parcels.length +
      this.drafts.filter((draft) => !this.online || draft.report !== this.open_report).length,
  );
  #delivering = false;

  begin(): void {
    addEventListener('online', () => {
      this.online = true;
      void this.deliver_all();
    });
    addEventListener('offline', () => (this.online = false));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.deliver_all();
    });
    setInterval(() => {
      if (this.waiting > 0) void this.deliver_all();
    }, patience_ms);
  }

  /** Reads anew what waits for the account that is signed in. */
  async refresh(): Promise<void> {
    const account = session.me?.account;
    const db = await database();
    const mine = (item: { account: number }) => item.account === account;
    this.drafts = (await db.getAll('drafts')).filter(mine);
    this.parcels = (await db.getAll('parcels')).filter(mine);
  }

  async draft_of(key: ReportKey): Promise<KeptDraft | undefined> {
    const account = session.me?.account;
    return account === undefined ? undefined : (await database()).get('drafts', [account, report_name(key)]);
  }

  async keep(draft: KeptDraft): Promise<void> {
    await (await database()).put('drafts', draft);
    await this.refresh();
  }

  /**
   * Offers one draft to the server, and forgets it here once it is there, unless more was typed meanwhile.
   */
  async deliver(draft: KeptDraft): Promise<Delivery> {
    const delivery = await deliver(draft);
    this.online = delivery.kind !== 'away';
    if (delivery.kind === 'saved' && (await this.draft_of(draft.key))?.at === draft.at) {
      await (await database()).delete('drafts', [draft.account, draft.report]);
      await this.refresh();
    }
    return delivery;
  }

  /** A report that is to go as soon as there is a network; what was posted of it before no longer is. */
  async post(key: ReportKey, title: string): Promise<void> {
    const account = session.me?.account;
    if (account === undefined) return;
    await this.take_back(key);
    const report = report_name(key);
    const at = new Date().toISOString();
    const parcel: Parcel = { id: fresh_key(), account, report, key, title, at, refused: null };
    await (await database()).put('parcels', parcel);
    await this.refresh();
  }

  async take_back(key: ReportKey): Promise<void> {
    const db = await database();
    for (const parcel of this.parcels) {
      if (parcel.report === report_name(key)) await db.delete('parcels', parcel.id);
    }
    await this.refresh();
  }

  async deliver_all(): Promise<void> {
    if (!session.me || this.#delivering) return;
    this.#delivering = true;
    try {
      await this.refresh();
      for (const draft of this.drafts) {
        if (draft.report !== this.open_report) await this.#deliver_with_parcel(draft);
      }
      // Their drafts are on the server already.
      for (const parcel of this.parcels.filter((waiting) => !waiting.refused)) {
        const held = [this.open_report, ...this.drafts.map((draft) => draft.report)];
        if (!held.includes(parcel.report)) await this.#hand_over(parcel);
      }
    } finally {
      this.#delivering = false;
    }
  }

  async #deliver_with_parcel(draft: KeptDraft): Promise<void> {
    const delivery = await this.deliver(draft);
    const parcel = this.parcels.find((waiting) => waiting.report === draft.report);
    if (!parcel || delivery.kind === 'away' || delivery.kind === 'saved') return;
    await this.#refuse(parcel, delivery.problem.message);
  }

  async #hand_over(parcel: Parcel): Promise<void> {
    try {
      const { revision } = await report_of(parcel.key);
      await send_report(parcel.key, revision, parcel.id);
      await this.take_back(parcel.key);
    } catch (error) {
      const problem = problem_from(error);
      if (problem.code === 'network.away') this.online = false;
      else
        await this.#refuse(
          parcel,
          problem
            .faults()
            .map((fault) => fault.detail)
            .join('. '),
        );
    }
  }

  async #refuse(parcel: Parcel, refused: string): Promise<void> {
    await (await database()).put('parcels', { ...parcel, refused });
    await this.refresh();
  }
}

export const outbox = new Outbox();
