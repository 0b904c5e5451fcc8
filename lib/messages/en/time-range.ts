export const timeRange = {
  'range.label': 'Time range:',
  'range.all': 'All times',
  'range.recent.24h': 'Last 24 hours',
  'range.recent.7d': 'Last 7 days',
  'range.recent.30d': 'Last 30 days',
  'range.recent.365d': 'Last 365 days',
  'range.last':
    'last {unit, select, s {{count, plural, one {second} other {# seconds}}} m {{count, plural, one {minute} other {# minutes}}} h {{count, plural, one {hour} other {# hours}}} w {{count, plural, one {week} other {# weeks}}} other {{count, plural, one {day} other {# days}}}}',
  'range.from': 'from {day} on',
  'range.until': 'until {day}',
  'range.within': 'within {days}',
  'range.from-day': 'From day',
  'range.to-day': 'To day',
  'range.apply': 'Only these days',
} as const;
