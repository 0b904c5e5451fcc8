import type { timeRange as source } from '../en/time-range';

export const timeRange: Record<keyof typeof source, string> = {
  'range.label': '期間：',
  'range.all': '全期間',
  'range.recent.24h': '直近 24 時間',
  'range.recent.7d': '直近 7 日',
  'range.recent.30d': '直近 30 日',
  'range.recent.365d': '直近 365 日',
  'range.last': '直近 {count, number} {unit, select, s {秒} m {分} h {時間} w {週間} other {日}}',
  'range.from': '{day}以降',
  'range.until': '{day}まで',
  'range.within': '{days}のうち一部',
  'range.from-day': '開始日',
  'range.to-day': '終了日',
  'range.apply': 'この期間だけ表示',
};
