import { describe, expect, it } from 'vitest';
import { isOpen, type SwitchChange } from './compliance.ts';

const change = (opened: boolean, until: string | null = null): SwitchChange => ({ switch: 'branchPointsOnPhone', opened, until });

describe('a switch', () => {
  it('stands as it does by default until somebody decides', () => expect(isOpen('branchPointsOnPhone', [], '2026-11-17')).toBe(false));
  it('follows the newest change', () => {
    expect(isOpen('branchPointsOnPhone', [change(true)], '2026-11-17')).toBe(true);
    expect(isOpen('branchPointsOnPhone', [change(true), change(false)], '2026-11-17')).toBe(false);
  });
  it('closes by itself after its last day', () => {
    expect(isOpen('branchPointsOnPhone', [change(true, '2026-11-17')], '2026-11-17')).toBe(true);
    expect(isOpen('branchPointsOnPhone', [change(true, '2026-11-17')], '2026-11-18')).toBe(false);
  });
});
