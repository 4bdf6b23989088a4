// Elements that count women, with the element that counts women and men together (catalogue/elements.toml).
export const whole_of: Record<string, string | undefined> = { A02: 'A01', A04: 'A03' };
