// Help stands at the same place of every page (WCAG 3.2.6), and is about that very page.
import { cleanup, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';

import type { PageProps } from '../../src/shell/router.svelte';
import { routes } from '../../src/shell/routes';
import { speak, type Language } from '../../src/words/language.svelte';

class Silent extends EventTarget {
  matches = false;
  close = () => undefined;
}
// Help is there before any answer is.
vi.stubGlobal('fetch', () => new Promise(() => undefined));
vi.stubGlobal('EventSource', Silent);
vi.stubGlobal('matchMedia', () => new Silent());
URL.createObjectURL = () => 'blob:';
URL.revokeObjectURL = () => undefined;

afterEach(cleanup);

const params = { unit: 'TLD', period: '2026-Q3', form: 'NC-Q', id: 'D1', element: 'A04', code: 'TLD' };
const words_of: Record<Language, string> = { vi: 'Trợ giúp', en: 'Help' };

async function help_of(pattern: string, language: Language): Promise<string> {
  speak(language);
  const room = await routes.find((route) => route.pattern === pattern)?.load();
  if (!room) throw new Error(pattern);
  const view = room.default as Component<PageProps>;
  const { container, getByRole } = render(view, { params, query: new URLSearchParams() });
  const button = getByRole('button', { name: words_of[language] });
  return container.querySelector(`#${button.getAttribute('aria-controls')}`)?.textContent?.trim() ?? '';
}

/** All rooms are compiled on the way. */
const patience_ms = 60_000;
const patterns = routes.map(({ pattern }) => pattern);

test.each(['vi', 'en'] as const)(
  'every page has help of its own, at most three sentences (%s)',
  async (language) => {
    const told = new Map<string, string>();
    for (const pattern of patterns) {
      const help = await help_of(pattern, language);
      cleanup();
      expect(help.length, pattern).toBeGreaterThan(40);
      expect(help.split(/[.?!]”?(?:\s|$)/).filter(Boolean).length, `${pattern}: ${help}`).toBeLessThanOrEqual(
        3,
      );
      expect(told.get(help), `${pattern} has the help of another page`).toBeUndefined();
      told.set(help, pattern);
    }
    expect(told.size).toBe(patterns.length);
  },
  patience_ms,
);
