import type { templatesPage as source } from '../en/page-templates';

export const templatesPage: Record<keyof typeof source, string> = {
  'page.templates.title': '送信者の型',
  'page.templates.lead':
    '{total, plural, =0 {送信者の記録はまだありません。} other {送信者アドレスの作られ方は # 種類あります。}}',
  'page.templates.lead-filtered':
    '{events, plural, =0 {条件に合う拒否はありません。} other {条件に合う拒否 # 件の中に、送信者の型は{total, plural, =0 {ありません} other { # 種類あります}}。}}',
  'page.templates.pattern': '型',
  'page.templates.organisations': '組織',
  'page.templates.null-sender': '<>（空の送信者）',
  'page.template.kicker': '送信者の型',
  'page.template.lead.fixed': '送信者は常にこのアドレスです。',
  'page.template.lead.null': '空の送信者です。配送エラーなど、メールサーバーの通知に使われます。',
  'page.template.lead.variable': '送信者ごとに、{parts}。',
  'page.template.part.digits': '{sign} に数字が入ります',
  'page.template.part.hex': '{sign} に 16 進数の文字が入ります',
  'page.template.part.recipient': '{sign} に宛先のアドレスが入ります',
  'page.template.part.label': '{sign} にドメインの前の任意の名前が入ります',
  'page.template.events': '{events, plural, =0 {この型の拒否はありません。} other {この型の拒否は # 件あります。}}',
  'page.template.who': '使っている組織',
  'page.template.networks': '送信元のネットワーク',
  'page.template.addresses': '送信元のアドレス',
  'page.template.recipients': '宛先',
  'page.template.samples': '送信者の例',
  'page.template.findings': 'ここから分かったこと',
  'page.template.no-longer': '現在は該当なし',
};
