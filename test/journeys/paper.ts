import type { Page } from 'playwright-core';

/** Sides of A4 in points of a PDF. */
const A4 = { short: 595, long: 842 };

export interface Printed {
  readonly pages: number;
  readonly format: 'portrait' | 'landscape' | 'other';
  /** What stands on the paper, without what only the screen shows. */
  readonly text: string;
}

/** Prints the page as Chromium does and counts what comes out. Its writer leaves the objects of pages readable. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  const is = (wide: number, high: number): boolean => Math.abs(Number(width) - wide) < 1.5 && Math.abs(Number(height) - high) < 1.5;
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  return {
    pages: [...pdf.matchAll(/\/Type \/Page\b/g)].length, text,
    format: is(A4.short, A4.long) ? 'portrait' : is(A4.long, A4.short) ? 'landscape' : 'other',
  };
}
