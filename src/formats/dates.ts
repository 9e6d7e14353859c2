const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d{0,6})?)?)?\s{0,3}(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds since 1970 of `2021-05-01`, `2021-05-01T12:30:00.5Z`, `2021-05-01 12:30:00 +0200`; without zone UTC. */
export function readTime(text: string): number | undefined {
  const found = DATE.exec(text.slice(0, 60).trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const time = Date.UTC(year, month - 1, day, hour, minute, second, Number((found[7] ?? '').padEnd(3, '0'))) - zone(found[8]);
  return time >= 0 ? time : undefined;
}

/** Milliseconds east of Greenwich. */
function zone(text = 'Z'): number {
  if (!/^[+-]/.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
