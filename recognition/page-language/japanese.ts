/** Japanese, which has no spaces between words: a phrase may stand anywhere. */
import type { LanguageWords } from './language-words.ts';

export const japanese: LanguageWords = {
  spaceless: true,
  fields: {
    'card-detail': 'セキュリティコード, セキュリティーコード, 有効期限, カード名義, 名義人',
    'card-number': 'カード番号, クレジットカード, クレジット番号',
    email: 'メール, eメール',
    tel: '電話, 携帯番号, 携帯, ケータイ',
    'zip-code': '郵便番号, 郵便',
    age: '年齢, 年代',
    'birth-date': '生年月日, 誕生日, 誕生年, 生まれ',
    gender: '性別',
    country: 'お住まいの国, 居住国, 国名, 国籍, 国 地域, =国',
    'postal-address': '住所, 都道府県, 市区町村, 番地, 建物名, お住まいの地域',
    'user-name': 'ユーザー名, ユーザーid, ユーザid, ログインid, ニックネーム, 会員id',
    search: '検索, さがす, 探す',
    name: 'お名前, 名前, 氏名, 姓名, ふりがな, フリガナ, 苗字, 名字, =姓, =名, =せい, =めい, =セイ, =メイ',
  },
  purposes: {
    newsletter: 'メルマガ, メールマガジン, ニュースレター, メール会員, メール登録, 最新情報を受け取, 配信登録, 購読',
    textMessages: 'ショートメッセージ, smsを, smsで',
    sweepstakes: '懸賞, 抽選, プレゼント, 当選, キャンペーンに応募, 応募する',
    job: '採用, 履歴書, 求人, エントリーシート, 職務経歴',
    tellAFriend: '友達に, 友人に, お友達を, 友だちに',
    logIn: 'ログイン, サインイン, 会員登録, 新規登録, マイページ, パスワードをお忘れ',
    contact: '問い合わせ, 問合せ, お問合わせ, メッセージ, ご意見, ご質問, ご要望',
    payment: 'ご注文手続き, お支払い方法, 購入手続き, 注文を確定',
  },
  helping: {
    mobile: '携帯, ケータイ, スマホ',
    landline: '固定電話',
    ofMusic: '曲, アルバム, バンド, アーティスト, メンバー, 歌手',
    friend: '友達, 友人, 友だち, 相手のメール',
    consent: '同意, 規約, 受け取, メルマガ, 個人情報, プライバシー, 承諾, 希望する',
    ofAge: '歳以上, 才以上, 成人',
    notAPerson: '会社, 法人, 企業, 団体, 学校, アーティスト, バンド, 曲名, アルバム, 商品, ファイル, 部署',
    part: '=年, =月, =日, =番号',
    ignored:
      '郵便物, メールの件名, メール形式, ギフトカード, 名前を付けて, 国内, 国際, 外国, 全国, 韓国, 中国, 帰国, 商品名, 誕生日カード',
  },
};
