/** What logs tell of a client besides its refusals. */
export const sightingsRoom = {
  'sightings.also': 'also {kinds}, on {days, plural, one {# day} other {# days}}',
  'sightings.kind.accepted': '{count, plural, one {# accepted mail} other {# accepted mails}}',
  'sightings.kind.auth-failure': '{count, plural, one {# failed login} other {# failed logins}}',
  'sightings.kind.rate-limit': '{count, plural, one {# limit exceeded} other {# limits exceeded}}',
  'sightings.kind.greylisted':
    '{count, plural, one {# try put off (greylisting)} other {# tries put off (greylisting)}}',
  'sightings.kind.pregreet': '{count, plural, one {# time it spoke too soon} other {# times it spoke too soon}}',
  'sightings.kind.dnsbl-listed': '{count, plural, one {# block list entry} other {# block list entries}}',
  'sightings.kind.protocol-error': '{count, plural, one {# protocol error} other {# protocol errors}}',
} as const;
