const DAY_MS = 86_400_000;

/** Slack's `<!date^…>` tokens in the reader's own time zone. */
export function formatDate(unix, format, locale, now = Date.now()) {
  const date = new Date(unix * 1000);
  const write = (options) => new Intl.DateTimeFormat(locale, options).format(date);
  const day = (options) => dayName(date, now) ?? write(options);
  const tokens = {
    date: () => write({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_num: () => write({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    date_short: () => write({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long: () => write({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    date_pretty: () => day({ year: 'numeric', month: 'long', day: 'numeric' }),
    date_short_pretty: () => day({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long_pretty: () => day({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    time: () => write({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => write({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(date, now, locale),
  };
  return format.replace(/\{(\w+)\}/g, (all, name) => tokens[name]?.() ?? all);
}

function dayName(date, now) {
  const days = Math.round((startOfDay(date) - startOfDay(new Date(now))) / DAY_MS);
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
}

const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

function ago(date, now, locale) {
  const minutes = Math.round((date.getTime() - now) / 60_000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  return Math.abs(minutes) < 1440
    ? format.format(Math.round(minutes / 60), 'hour')
    : format.format(Math.round(minutes / 1440), 'day');
}
