// For finding: "nguyen" finds "Nguyễn", "hoà" finds "hòa". Who types marks means them: what has them stands first.

/** Lower case without tones and marks, đ as d. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');

export const holds = (text: string, wanted: string): boolean => folded(text).includes(folded(wanted.trim()));

/** Huyền, sắc, ngã, hỏi, nặng; by themselves once a letter is taken apart. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Lower case with its marks; a tone stands behind its word, so that hòa and hoà are one. */
const marked = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{L}\p{Mn}]+/gu, (word) => word.replace(tone, '') + (word.match(tone) ?? []).join(''));

/** Those of `all` that hold `wanted` with its very marks first; else the order stays. */
export function marks_first<Entry>(all: Entry[], wanted: string, text_of: (entry: Entry) => string): Entry[] {
  const looked_for = marked(wanted.trim());
  const fits = (entry: Entry) => marked(text_of(entry)).includes(looked_for);
  return [...all.filter(fits), ...all.filter((entry) => !fits(entry))];
}
