// For finding: "nguyen" finds "Nguyễn", "hoà" finds "hòa".

/** Lower case without tones and marks, đ as d. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');

export const holds = (text: string, wanted: string): boolean => folded(text).includes(folded(wanted.trim()));
