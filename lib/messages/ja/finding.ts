import type { findingRoom as source } from '../en/finding';

export const findingRoom: Record<keyof typeof source, string> = {
  'finding.hop.sentence':
    '拒否された直後の再送が別のアドレスから来ています。送信者の型 <m>{pattern}</m> で {hops, number} 回、{addresses, number} 個のアドレスから、{recipients, number} 件の宛先へ。{stays, plural, =0 {拒否されたのと同じアドレスからの再送は一度もありません。} other {拒否されたのと同じアドレスからの再送は # 回です。}}',
  'finding.hop.against.large-senders':
    '正当な大手の送信者も、複数のアドレスを使い分けて再送します。これだけでは根拠として弱いものです。',
  'finding.hop.against.same-address': '拒否されたのと同じアドレスからの再送も {stays, number} 回ありました。',
  'finding.hop.against.fixed-sender':
    '送信者アドレスは変化していません。個人のメールやニュースレターではふつうのことです。',
  'finding.sender-template.sentence':
    '{addresses, number} 個のアドレスからの拒否 {events, number} 件が、同じ送信者の型 <m>{pattern}</m> を使っています（{senders, number} 通り、宛先 {recipients, number} 件、{firstAt} から {lastAt} まで）。変化する部分によって、送信側はどの宛先が拒否されたか、つまりどの宛先が生きているかを知ることができます。',
  'finding.sender-template.sentence-unvaried':
    '{addresses, number} 個のアドレスからの拒否 {events, number} 件が、同じ送信者 <m>{pattern}</m> を使っています（宛先 {recipients, number} 件、{firstAt} から {lastAt} まで）。番号の部分が変わった例はまだありません。',
  'finding.sender-template.against.forged': '送信者アドレスは送信側が自由に書けます。第三者が偽ることもできます。',
  'finding.sender-template.against.newsletters':
    'ニュースレターやメーリングリストも、同じように送信者へ番号を付けます。',
  'finding.canary-leak.sentence':
    '{service} だけに教えたアドレス {recipients, number} 件に、{firstAt} から {organisation}{others, plural, =0 { が} other { ほか # 組織が}}メールを送ってきています。アドレスはこのサービスから外へ出ました。',
  'finding.canary-leak.sentence-unknown':
    '{service} だけに教えたアドレス {recipients, number} 件に、{firstAt} からメールが届いています。送信元の組織はまだ分かっていません。アドレスはこのサービスから外へ出たと見られます。',
  'finding.canary-leak.against.used-elsewhere':
    'ほかの場所で入力したことがある、あるいは端末やアドレス帳から読み取られた可能性もあります。',
  'finding.canary-leak.against.own-mailer':
    '{service} 自身、またはその配信委託先が送ったものなら、漏えいではありません。',
  'finding.shared-contact.organisation-handle':
    '{a} と {b} は、同じ組織ハンドル <m>{value}</m> で登録されています。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.handle':
    '{a} と {b} のネットワークは、同じ連絡先 <m>{value}</m> を登録しています。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.maintainer':
    '{a} と {b} の登録情報は、同じメンテナー <m>{value}</m> が管理しています。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.phone':
    '{a} と {b} は、同じ電話番号 <m>{value}</m> を登録しています。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.email':
    '{a} と {b} は、同じメールアドレス <m>{value}</m> を登録しています。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.mail-domain':
    '{a} と {b} の連絡先メールアドレスは、同じドメイン <m>{value}</m> のものです。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.office':
    '{a} と {b} は、部屋番号まで同じ住所を届け出ています：{value}。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.building':
    '{a} と {b} は、同じ建物を住所としています：{value}。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.template':
    '{a} と {b} から来て拒否されたメールは、同じ送信者の型 <m>{value}</m> を使っています。（ここで把握している {total, number} 組織のうち {shared, number} 組織に共通）',
  'finding.shared-contact.name': '{a} と {b} は名前が似ています。名前だけで同じ組織とみなすことはありません。',
  'finding.shared-contact.networks':
    '連絡先 <m>{handle}</m>（{registry}）は {networks, number} 個のネットワーク{organisations, plural, =0 {} other {（# 組織）}}に登録されています。うちログに現れたのは {seen, number} 個です。',
  'finding.shared-contact.against.same-record':
    '登録機関には、同じ登録者の古い記録が別の名前で残っていることがあります。',
  'finding.shared-contact.against.desk': '接続事業者の窓口は、顧客のネットワークにも登録されます。',
  'finding.shared-contact.against.maintainer': '接続事業者が顧客の登録情報を管理していることもあります。',
  'finding.shared-contact.against.phone': '電話代行や事業者が、多くの会社の電話を一つの番号で受けることもあります。',
  'finding.shared-contact.against.email': '代行業者が、多くの会社のメールを一つのアドレスで受けることもあります。',
  'finding.shared-contact.against.mail-domain': 'ドメインが事業者や親会社のものということもあります。',
  'finding.shared-contact.against.office': 'レンタルオフィスや住所貸しでは、多くの会社が一つの部屋を住所にします。',
  'finding.shared-contact.against.building': '一つの建物には多くの会社が入っています。',
  'finding.shared-contact.against.name': '名前は偶然似ることがあります。',
  'finding.shared-contact.against.many': 'ほかに {others, number} 組織が共有しているため、その分だけ軽く数えています。',
};
