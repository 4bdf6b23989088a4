// Size of the text and contrast, as the reader last chose them on this device.
export type Contrast = 'normal' | 'high' | 'soft';

const contrasts: Contrast[] = ['normal', 'high', 'soft'];
/** Notches of A- and A+: 87.5 %, 100 %, 112.5 %, 131.25 %, 150 % (src/style/tokens.css). */
const largest = 4;
const ordinary = 1;

function kept_size(): number {
  const size = Number(localStorage.getItem('nucong.size') ?? ordinary);
  return Number.isInteger(size) && size >= 0 && size <= largest ? size : ordinary;
}

class Display {
  size = $state(kept_size());
  contrast = $state<Contrast>(
    contrasts.find((name) => name === localStorage.getItem('nucong.contrast')) ?? 'normal',
  );
  readonly smallest = $derived(this.size === 0);
  readonly largest = $derived(this.size === largest);

  grow(by: 1 | -1): void {
    this.size = Math.min(largest, Math.max(0, this.size + by));
    this.apply();
  }

  next_contrast(): void {
    this.contrast = contrasts[(contrasts.indexOf(this.contrast) + 1) % contrasts.length] ?? 'normal';
    this.apply();
  }

  apply(): void {
    localStorage.setItem('nucong.size', String(this.size));
    localStorage.setItem('nucong.contrast', this.contrast);
    document.documentElement.dataset['size'] = String(this.size);
    document.documentElement.dataset['contrast'] = this.contrast;
  }
}

export const display = new Display();
