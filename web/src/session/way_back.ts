// Which page somebody was on when she left to sign in elsewhere. Of this tab alone.
const key = 'nucong.way-back';

export const keep_way_back = (path: string) => sessionStorage.setItem(key, path);

/** The page, once. */
export function take_way_back(): string {
  const path = sessionStorage.getItem(key) ?? '/';
  sessionStorage.removeItem(key);
  return path;
}
