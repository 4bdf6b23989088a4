// What of a page is read aloud, in the order in which it stands there: headings, text, boxes with what is in
// them. Not what is out of sight, and no buttons: they do something, they say nothing of the matter.
import { aloud as words } from '../words/aloud';
import { say } from '../words/language.svelte';

const silent = 'nav, button, script, style, .button, .chip, [aria-hidden="true"], [hidden]';
const lines = new Set([
  ...['H1', 'H2', 'H3', 'P', 'LI', 'TR', 'DT', 'DD', 'DIV', 'SECTION', 'ARTICLE', 'UL', 'OL', 'DL', 'TABLE'],
  ...['FIGURE', 'FIGCAPTION', 'FORM', 'FIELDSET', 'LEGEND', 'LABEL', 'DETAILS', 'SUMMARY', 'HEADER', 'A'],
]);

function is_silent(element: Element): boolean {
  if (element.matches(silent)) return true;
  const details = element.parentElement;
  if (details instanceof HTMLDetailsElement && !details.open && element.tagName !== 'SUMMARY') return true;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const is_box = (element: Element): element is Box => element.matches('input, textarea, select');

function box_text(box: Box): string {
  const label = box.labels?.[0]?.textContent?.trim() ?? '';
  if (box.type === 'checkbox' || box.type === 'radio') {
    const { checked } = box as HTMLInputElement;
    return say(words.box, { label, value: say(checked ? words.chosen : words.not_chosen) });
  }
  // What is kept secret on the screen is not said aloud; of a file the browser tells a made-up path.
  if (box.type === 'password' || box.type === 'file') return label;
  const value = box instanceof HTMLSelectElement ? box.selectedOptions[0]?.textContent : box.value;
  return say(words.box, { label, value: value?.trim() ? value : say(words.empty) });
}

/** Signs that are read wrongly, or not at all. */
const spoken = (text: string): string =>
  text
    .replace(/(^|\s)…(?=[\s,.]|$)/g, `$1${say(words.unknown)}`)
    .replace(/−(?=\d)/g, `${say(words.minus)} `)
    .replace(/[·›]/g, ',')
    .replace(/\s+/g, ' ')
    .replace(/ +(?=[,.:;])/g, '')
    .trim();

const most_letters = 160;

/** Browsers fall silent in the midst of what is long: one sentence at a time, and of a long one its parts. */
export function sentences(text: string): string[] {
  const whole = text.split(/(?<=[.!?])\s+(?=\S)/);
  return whole.flatMap((sentence) => {
    const parts: string[] = [];
    let rest = sentence;
    while (rest.length > most_letters) {
      const start = rest.slice(0, most_letters);
      const comma = start.lastIndexOf(', ') + 1;
      const cut = comma > most_letters / 3 ? comma : start.lastIndexOf(' ');
      if (cut <= 0) break;
      parts.push(rest.slice(0, cut).trim());
      rest = rest.slice(cut).trim();
    }
    return [...parts, rest];
  });
}

/** `root` in sentences. */
export function pieces_of(root: Element): string[] {
  const said: string[] = [];
  let line = '';
  const end_line = () => {
    const text = spoken(line);
    line = '';
    // What holds no letter and no digit says nothing.
    if (/[\p{L}\p{N}]/u.test(text)) said.push(...sentences(text));
  };
  const read = (node: Node) => {
    if (node instanceof Text) return void (line += node.data);
    if (!(node instanceof Element) || is_silent(node)) return;
    const own_line = lines.has(node.tagName) && !(node.tagName === 'A' && node.closest('p, td, th'));
    const in_row = node.closest('tr') !== null && node.tagName !== 'TR';
    if (own_line && !in_row) end_line();
    const box = node instanceof HTMLLabelElement ? node.control : node;
    // The words of a box are read with the box.
    if (box && is_box(box)) line += node === box || node.contains(box) ? `${box_text(box)}. ` : '';
    else if (node.getAttribute('role') === 'img') line += ` ${node.getAttribute('aria-label') ?? ''} `;
    else if (!(node instanceof SVGElement)) {
      const column = node.getAttribute('data-column');
      if (column && node.textContent?.trim()) line += `${column}: `;
      for (const child of node.childNodes) read(child);
      if (node.tagName === 'TD' || node.tagName === 'TH') line += ', ';
      else if (node instanceof HTMLElement && getComputedStyle(node).display !== 'inline') line += ' ';
    }
    if (own_line && !in_row) end_line();
  };
  read(root);
  end_line();
  return said.map((text) => text.replace(/,+$/, ''));
}
