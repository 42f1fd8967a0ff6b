const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/UOS|Kylin/i, 'Kylin/UOS'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'], [/QQBrowser/, 'QQ'], [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
];

/**
 * The kind of device behind a `User-Agent`, as its owner would name it: `Windows · Edge`. Coarse on purpose; null when
 * it says nothing that we know.
 */
export function deviceOf(userAgent: string): string | null {
  const named = [systems, browsers].flatMap((kinds) => kinds.find(([sign]) => sign.test(userAgent))?.[1] ?? []);
  return named.length === 0 ? null : named.join(' · ');
}
