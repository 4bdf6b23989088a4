// Be Vietnam Pro, all of it or none of it: a page that begins in the phone's own letters stays in them, so
// that nothing on it moves. What arrives too late is kept by the browser and is there on the next visit.

const faces = ['400 1em "Be Vietnam Pro"', '600 1em "Be Vietnam Pro"'];
const patience_ms = 200;

/** Resolves when it is settled which letters this visit is written in. */
export async function choose_letters(): Promise<void> {
  const here = Promise.all(faces.map((face) => document.fonts.load(face, 'Nữ Công'))).then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience_ms));
  const in_time = await Promise.race([here, late]).catch(() => false);
  if (in_time) document.documentElement.dataset['letters'] = 'own';
}
