import type { personalPart as source } from '../en/personal';

export const personalPart: Record<keyof typeof source, string> = {
  'page.personal.title': '個人情報',
  'page.personal.delete': 'この担当者の個人情報を削除する…',
  'page.personal.goes':
    '元に戻せない形で消えるもの：過去の版も含めた氏名、メールアドレス、電話番号、FAX 番号、住所と、それらを含む登録機関の回答の本文（ほかの人の情報が載っている回答も含みます）。',
  'page.personal.stays':
    '残るもの：ハンドル、それを記載したネットワーク、勤務先の会社、ネットワークの苦情受付用アドレス、各回答のサーバー・照会・日時・SHA-256。作成済みの報告書は変わりません。電話番号やメールアドレスに基づく検出結果は取り下げられます。',
  'page.personal.again':
    'この担当者について自動で照会し直すことはありませんが、ネットワークについての回答で一部が再び届くことがあります。',
  'page.personal.delete-now': '今すぐ削除する',
  'page.personal.deleted':
    '個人情報は {deletedAt} に削除しました。ハンドルと、それを記載したネットワークは残っています。',
  'evidence.deleted': '個人情報を含むため、本文は {deletedAt} に削除しました。SHA-256 は残しています。',
  'services.personal.sample': '<m>{handle}</m> は見本の事例のものです。設定のページで見本ごと消してください。',
  'services.personal.bad-retention':
    '個人情報の保存期間は「自分で削除するまで」か 30 日、90 日、365 日のいずれかです（入力：<m>{text}</m>）。',
  'page.settings.retention-title': '登録機関の担当者の個人情報',
  'page.settings.retention': '保存期間',
  'page.settings.retention-hint':
    '登録機関から最後に届いた日から数えます。期間を過ぎると、氏名、メールアドレス、電話番号、FAX 番号、住所を、それらを含む回答の本文とともに削除します。ハンドル、ネットワーク、回答の SHA-256 は残ります。',
  'page.settings.retention-forever': '自分で削除するまで',
  'page.settings.retention-days': '{days, number} 日',
  'page.settings.retention-save': '保存期間を保存',
  'page.settings.retention-saved': '保存しました。期間を過ぎたものは数分以内に、以後は日ごとに削除します。',
};
