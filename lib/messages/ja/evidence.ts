import type { evidence as source } from '../en/evidence';

export const evidence: Record<keyof typeof source, string> = {
  'evidence.shown': '{total, number}件のうち{shown, number}件を表示',
  'evidence.gone': '参照先はもうありません。元のログか回答が削除されています。',
  'evidence.lines': 'ログ{count, plural, other {#行}}',
  'evidence.line': '{line, number}行目',
  'evidence.answer-of': '回答元',
  'evidence.asked': '照会',
  'act.refused': '変更は Ringleader 自身のページからだけ受け付けます。ページを開き直して、もう一度お試しください。',
  'act.fault':
    'Ringleader の内部で問題が起き、何も変更されませんでした。もう一度お試しください。続くようならサーバーの出力を確認してください。',
};
