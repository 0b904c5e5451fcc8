export { redactCase } from './redact/redact-case';
export { createRedactor, type Redact, type Redacted } from './redact/redactor';
export { type ReportOptions, renderReport } from './render-report';
export { REPORT_POLICY } from './style';
