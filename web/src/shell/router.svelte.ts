// Where the reader is, and how she gets elsewhere. Links are ordinary links; the browser's own keys work.
import type { Component } from 'svelte';
import type { Deed } from '../api/session';

export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

/** Not every page looks at its address. */
export type Page = Component<PageProps> | Component<Record<string, never>>;

export interface Route {
  /** `:name` is one part of the path. */
  pattern: string;
  /** The page is for those who may do this somewhere; others are told so. */
  deed?: Deed;
  load: () => Promise<{ default: Page }>;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

class Place {
  path = $state(location.pathname);
  search = $state(location.search);
  /** How often the reader went to another page since the application opened. */
  moves = 0;
  readonly query = $derived(new URLSearchParams(this.search));

  read(): void {
    this.path = location.pathname;
    this.search = location.search;
  }
}

export const place = new Place();

export function match(routes: Route[], path: string): Match | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const params = params_of(route.pattern.split('/'), parts);
    if (params) return { route, params };
  }
  return undefined;
}

function params_of(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (expected.startsWith(':')) {
      const value = decoded(part);
      if (value === undefined) return undefined;
      params[expected.slice(1)] = value;
    } else if (expected !== part) return undefined;
  }
  return params;
}

/** Undefined for what is no text, such as an address that was cut off within a letter. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Goes to another page of the application, as a link would. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  const moved = location.pathname !== place.path;
  if (moved && !replace) place.moves += 1;
  place.read();
  if (moved) scrollTo(0, 0);
}

/** Changes one word of the address's question and stays on the page: filters can be sent as links too. */
export function ask_here(changes: Record<string, string | undefined>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  go(text ? `${location.pathname}?${text}` : location.pathname, { replace: true });
}

function follow(event: MouseEvent): void {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!plain || event.defaultPrevented || !link || link.target || link.hasAttribute('download')) return;
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  if (link.pathname === location.pathname && link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

export function follow_links(): void {
  addEventListener('popstate', () => {
    place.moves += 1;
    place.read();
  });
  document.addEventListener('click', follow);
}
