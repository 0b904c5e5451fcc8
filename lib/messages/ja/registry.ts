import type { registryRoom as source } from '../en/registry';

export const registryRoom: Record<keyof typeof source, string> = {
  'registry.failure.no-route': '<m>{server}</m> に到達できません。ネットワークまたは名前解決が使えない状態です。',
  'registry.failure.refused': '<m>{server}</m> に接続を拒否されました。',
  'registry.failure.unresolved': '<m>{server}</m> という名前のアドレスが見つかりません。',
  'registry.failure.timeout': '<m>{server}</m> の回答が時間内に終わりませんでした。',
  'registry.failure.reset': '<m>{server}</m> が回答の途中で接続を切りました。',
  'registry.failure.too-big': '<m>{server}</m> の回答が上限より大きかったため、途中で打ち切りました。',
  'registry.failure.forbidden-address':
    '<m>{server}</m> の名前が内部ネットワークのアドレスを指しているため、問い合わせませんでした。',
  'registry.failure.forbidden-host':
    '<m>{server}</m> から、登録機関の一覧にないホストへ転送されたため、問い合わせませんでした。',
  'registry.failure.too-many-hops': '<m>{server}</m> からの転送が繰り返されたため、途中でやめました。',
  'registry.failure.certificate': '<m>{server}</m> の証明書が正しくないため、本物の登録機関と確認できませんでした。',
  'registry.failure.protocol': '<m>{server}</m> の応答は HTTP として読み取れませんでした。',
  'registry.status.found': '<m>{server}</m> から回答がありました。',
  'registry.status.limited': '<m>{server}</m> は一度に返せる件数までを返しました。ほかにもあります。',
  'registry.status.empty': '<m>{server}</m> に該当する登録はありません。',
  'registry.status.partial': '<m>{server}</m> は問い合わせの上限に達したため、一部の情報だけを返しました。',
  'registry.status.truncated': '<m>{server}</m> の回答が途中で切れました。届いた分は保存し、もう一度問い合わせます。',
  'registry.status.denied': '<m>{server}</m> は現在、このアドレスからの利用を断っています。',
  'registry.status.rate-limited': '<m>{server}</m> から、問い合わせの間隔を空けるよう求められました。',
  'registry.status.unsupported':
    '<m>{server}</m> はこの種類の問い合わせに答えません。該当するネットワークがないという意味ではありません。',
  'registry.status.failed': '<m>{server}</m> から読み取れる回答がありませんでした。',
  'registry.question.not-offered':
    '<m>{server}</m> にはこの種類の問い合わせがありません。該当するネットワークがないという意味ではありません。',
  'registry.question.switched-off': '<m>{server}</m> へのこの問い合わせは止めてあります。',
  'registry.question.refused-key':
    '<m>{server}</m> には問い合わせませんでした。アドレス、番号、ハンドルのいずれとしても扱えない値です。',
  'registry.override.invalid':
    'RINGLEADER_REGISTRIES: <m>{path}</m> の値は使えません。ホストごとに指定できるのは address（IP アドレス）、port（1〜65535）、minIntervalMs（0 以上）、perDay（一日の照会数、1〜100000）、prefixes（CIDR の配列）、pivot（true / false）、charset（文字コード名）、rdap（このホストの RDAP サーバーのベース URL、末尾は /）です。',
};
