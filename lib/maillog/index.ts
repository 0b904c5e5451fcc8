export type { ClockOptions } from './clock';
export { NdjsonWriter, toNdjson } from './ndjson';
export { createParser, type Parser, type ParseSummary } from './parser';
export { parseRecord, recordParts } from './record';
export { type Moment, redate } from './redate';
export type { Sink } from './scanner';
export { type CalendarDay, firstYearFor, readCalendarDay } from './year';
export { isZone } from './zone';
