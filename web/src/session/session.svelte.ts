// Who is signed in, and what she may do where.
import { problem_from } from '../api/asked.svelte';
import { use_settings } from '../api/client';
import type { Problem } from '../api/problem';
import { sign_out, who_am_i, type Deed, type Me, type Place } from '../api/session';
import { forget_answers, kept_me, keep_me } from '../offline/keep';
import { language } from '../words/language.svelte';

class Session {
  me = $state.raw<Me | undefined>();
  /** Somebody is to sign in: for the first time, or again on top of the page she is working on. */
  wanted = $state(false);
  /** Why it is not known who works here. */
  problem = $state.raw<Problem | undefined>();
  #wait: Promise<void> | undefined;
  #go_on: () => void = () => undefined;

  async begin(): Promise<void> {
    use_settings({ language, sign_in_again: () => this.#sign_in_again() });
    this.problem = undefined;
    try {
      this.me = await who_am_i();
      await keep_me(this.me);
    } catch (error) {
      const problem = problem_from(error);
      // Without a network the last one who worked on this device goes on with what is kept here.
      this.me = problem.code === 'network.away' ? await kept_me() : undefined;
      if (!this.me) this.problem = problem;
    }
  }

  /** To be called when the server has let somebody in. */
  async signed_in(me: Me): Promise<void> {
    const other = this.me !== undefined && this.me.account !== me.account;
    await keep_me(me);
    // What stands on the page belongs to somebody else: it stays in her part of the device, not on the
    // screen.
    if (other) return location.reload();
    this.me = me;
    this.wanted = false;
    this.#wait = undefined;
    this.#go_on();
  }

  async leave(): Promise<void> {
    await sign_out();
    await keep_me(undefined);
    await forget_answers();
    location.assign('/');
  }

  #sign_in_again(): Promise<void> {
    this.wanted = true;
    this.#wait ??= new Promise((resolve) => {
      this.#go_on = resolve;
    });
    return this.#wait;
  }
}

export const session = new Session();

export const places = (deed: Deed): Place[] => session.me?.may[deed] ?? [];
export const may = (deed: Deed): boolean => places(deed).length > 0;
/** At that very unit, not only somewhere. */
export const may_at = (deed: Deed, unit: string): boolean =>
  places(deed).some((place) => place.unit === unit);

/** The unit at which she works first of all: her own report's, else the highest whose figures she sees. */
export function home_unit(): Place | undefined {
  const own = session.me?.offices[0];
  if (!own) return undefined;
  return { unit: own.unit, name: own.unit_name, reach: 'branch' };
}

/** Whether she looks at what others report, and so begins with many units instead of her own forms. */
export const looks_below = (): boolean => places('review_report').length > 0;
export const leads = (): boolean => may('sign_and_freeze');
export const administers = (): boolean => may('reorganise') || may('manage_accounts') || may('see_audit');
