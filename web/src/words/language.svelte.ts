// Which language the screen speaks, and how a text of both is said. Each room's texts stand in this folder.

export type Language = 'vi' | 'en';

export interface Text {
  vi: string;
  en: string;
}

const kept_as = 'nucong.language';

function first(): Language {
  return localStorage.getItem(kept_as) === 'en' ? 'en' : 'vi';
}

let now = $state<Language>(first());
document.documentElement.lang = first();

export const language = (): Language => now;

export function speak(chosen: Language): void {
  now = chosen;
  localStorage.setItem(kept_as, chosen);
  document.documentElement.lang = chosen;
}

/** The text in the language of the screen; `{name}` is replaced by the param of that name. */
export function say(text: Text, params: Record<string, string | number> = {}): string {
  return text[now].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
