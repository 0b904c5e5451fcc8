export type { ClockOptions } from './clock';
export { FIELD_NAMES, MESSAGE_FIELDS } from './envelopes/fields';
export type { Found } from './found';
export { NdjsonWriter, toNdjson } from './ndjson';
export {
  createByteParser,
  createParser,
  type Parser,
  type ParserOptions,
  type ParseSummary,
  type Sink,
} from './parser';
export { createRecordReader, parseRecord, recordParts } from './record';
export { type Moment, redate } from './redate';
export { type CalendarDay, firstYearFor, readCalendarDay } from './year';
export { isZone } from './zone';
export { LineShapes, type ShapeGroup, type Shapes } from './line-shapes';
