// The words of the scheme, each explained in two sentences, with the publication it rests on. <Term word="..."> opens them.
import type { Text } from "./i18n/texts";

export interface Entry {
  name: Text;
  text: Text;
  source: Text;
  // Of the publication, as precisely as it is known.
  date: string;
}

const EXPLAINED: Text = { ja: "経済産業省・環境省・農林水産省「J-クレジット制度について」", en: "METI, MOE and MAFF, “About the J-Credit scheme”" };
const REPORT: Text = { ja: "経済産業省「カーボン・クレジット・レポート」", en: "METI, “Carbon Credit Report”" };
const MANUAL: Text = {
  ja: "山梨県「中小企業の脱炭素経営に向けた伴走支援マニュアル」",
  en: "Yamanashi Prefecture, “Manual for accompanying small and mid-size companies to decarbonised management”",
};
const KANTO: Text = { ja: "関東経済産業局「J-クレジット創出・活用支援事業 報告」", en: "Kanto Bureau of METI, “Report on support for making and using J-Credits”" };
const MARKET: Text = { ja: "日本取引所グループ「カーボン・クレジット市場 市場制度」", en: "Japan Exchange Group, “Carbon Credit Market: market system”" };
const USAGE: Text = { ja: "J-クレジット制度ホームページ(活用、手続)", en: "Site of the J-Credit scheme (use, procedures)" };
const JCM_LAW: Text = {
  ja: "地球温暖化対策の推進に関する法律(国際協力排出削減量口座簿の規定)",
  en: "Act on Promotion of Global Warming Countermeasures (on the register of international cooperative reductions)",
};

const BUFFER: Text = {
  ja: "環境省「バッファー管理口座からのクレジット無効化について」(オフセット・クレジット(J-VER)制度)",
  en: "MOE, “Retirement of credits out of the buffer account” (Offset Credit (J-VER) scheme)",
};
const ISO_BODIES: Text = {
  ja: "ISO 14065「環境情報の妥当性確認及び検証を行う機関に対する一般原則及び要求事項」",
  en: "ISO 14065, “General principles and requirements for bodies validating and verifying environmental information”",
};
const ISO_PROCESS: Text = {
  ja: "ISO 14064-3「温室効果ガスに関する声明書の検証及び妥当性確認のための仕様及び手引」",
  en: "ISO 14064-3, “Specification with guidance for the verification and validation of greenhouse gas statements”",
};
const MERKLE: Text = { ja: "IETF RFC 6962「Certificate Transparency」2.1節", en: "IETF RFC 6962, “Certificate Transparency”, section 2.1" };
const APPLYING: Text = { ja: "J-クレジット制度ホームページ(クレジット管理用口座の開設、申請の手続)", en: "Site of the J-Credit scheme (opening of accounts, how to apply)" };
// No publication of the scheme at hand says it: so it is done here, and whoever runs the scheme may set it otherwise.
const OWN: Text = { ja: "公表資料では確かめられないため、このシステムで定めた運用", en: "No publication at hand says it: the practice that this system lays down" };

function entry(name: Text, ja: string, en: string, source: Text, date: string): Entry {
  return { name, text: { ja, en }, source, date };
}

export const glossary = {
  activity_data: entry(
    { ja: "活動量", en: "Activity data" },
    "燃料や電気の使用量、廃棄物の処理量など、排出の元になる活動の規模を表す量です。請求書やメーターの値から集め、排出係数を掛けて排出量を求めます。",
    "How much was done that emits: fuel burnt, electricity used, waste treated. It is gathered from bills and meters and multiplied by an emission factor.",
    MANUAL,
    "2026-03-19",
  ),
  emission_factor: entry(
    { ja: "排出係数", en: "Emission factor" },
    "活動量1単位あたりに出る温室効果ガスの量です。国が年ごとに公表するため、計算した期間に合う値を使います。",
    "How much greenhouse gas comes from one unit of activity. The state publishes values by year, and the one that fits the period is used.",
    MANUAL,
    "2026-03-19",
  ),
  gwp: entry(
    { ja: "地球温暖化係数(GWP)", en: "Global warming potential (GWP)" },
    "同じ重さの二酸化炭素と比べて、そのガスがどれだけ温暖化を進めるかを表す値です。メタンなどの量に掛けて、CO2換算の量にします。",
    "How strongly a gas warms compared with the same mass of carbon dioxide. A quantity of methane, say, is multiplied by it to be told in tonnes of CO2.",
    MANUAL,
    "2026-03-19",
  ),
  inventory: entry(
    { ja: "排出量の見える化", en: "Emissions inventory" },
    "組織の排出量を、範囲(Scope)、排出源、拠点、期間ごとに計算して一覧にすることです。どこから減らすかを決める土台になります。",
    "An organisation's emissions, calculated by scope, source, site and period. It is the ground on which one decides where to reduce first.",
    MANUAL,
    "2026-03-19",
  ),
  baseline_and_credit: entry(
    { ja: "ベースライン&クレジット", en: "Baseline-and-credit" },
    "対策をしなかった場合の排出量(ベースライン)と実際の排出量の差を、クレジットとして認証する方式です。排出枠を配るキャップ&トレードとは異なります。",
    "The difference between the emissions without the measure (the baseline) and the actual ones is certified as credits. It differs from cap-and-trade, where allowances are handed out.",
    REPORT,
    "2022-06",
  ),
  baseline: entry(
    { ja: "ベースライン排出量", en: "Baseline emissions" },
    "そのプロジェクトの対策を行わなかったと仮定した場合の排出量です。方法論が計算のしかたを定めています。",
    "What would have been emitted had the project's measure not been taken. The methodology says how it is calculated.",
    EXPLAINED,
    "2023-01",
  ),
  methodology: entry(
    { ja: "方法論", en: "Methodology" },
    "ボイラーの更新や太陽光発電など、対策の種類ごとに、対象となる条件と削減量の計算方法を定めたものです。EN-S-001のような番号で呼ばれます。",
    "For each kind of measure, such as a new boiler or solar panels, the conditions and the way reductions are measured. Each has a number such as EN-S-001.",
    EXPLAINED,
    "2023-01",
  ),
  project_plan: entry(
    { ja: "プロジェクト計画書", en: "Project plan" },
    "設備の情報や燃料使用量などから、削減の計画と登録の要件を満たすことを記した書類です。妥当性確認を受けたのち、登録を申請します。",
    "The document that sets out the planned reductions and shows that the conditions of registration are met. It is validated before registration is applied for.",
    EXPLAINED,
    "2023-01",
  ),
  validation: entry(
    { ja: "妥当性確認", en: "Validation" },
    "プロジェクト計画書に誤りがないか、設備が適切に稼働しているかなどを、審査機関が登録の前に確かめることです。計画が対象で、実績を確かめる検証とは別のものです。",
    "Before registration, a third-party body checks that the plan is right and the equipment runs as it says. It concerns the plan; what was achieved is checked by verification.",
    EXPLAINED,
    "2023-01",
  ),
  verification: entry(
    { ja: "検証", en: "Verification" },
    "モニタリング報告書に誤りがないか、認証される量が正しいかを、審査機関が確かめることです。検証を終えてから認証を申請します。",
    "A third-party body checks that the monitoring report and the quantity to be certified are right. Certification is applied for after it.",
    EXPLAINED,
    "2023-01",
  ),
  registration: entry(
    { ja: "登録", en: "Registration" },
    "妥当性確認を受けた計画を、認証委員会の審議を経て、制度のプロジェクトとして載せることです。登録されたプロジェクトだけがクレジットの認証を受けられます。",
    "A validated plan is entered as a project of the scheme after the committee has considered it. Only registered projects can have credits certified.",
    EXPLAINED,
    "2023-01",
  ),
  certification: entry(
    { ja: "認証", en: "Certification" },
    "検証された削減量・吸収量を、認証委員会の審議を経てクレジットとして認めることです。認証された量が口座に発行されます。",
    "Verified reductions or removals are recognised as credits after the committee has considered them. The certified quantity is then issued to an account.",
    EXPLAINED,
    "2023-01",
  ),
  issuance: entry(
    { ja: "発行", en: "Issuance" },
    "認証されたクレジットを、1トンごとに番号を付けて口座に記録することです。発行されて初めて、移転や無効化ができます。",
    "Certified credits are recorded in an account, each tonne with a number. Only then can they be transferred or retired.",
    EXPLAINED,
    "2023-01",
  ),
  crediting_programme: entry(
    { ja: "クレジット制度", en: "Crediting programme" },
    "クレジットを認証し、管理する制度のことです。国のJ-クレジット制度のほか、二国間クレジット制度(JCM)や、民間が運営するVCS、Gold Standardなどがあります。",
    "A scheme that certifies and keeps credits. Beside the state's J-Credit there are the Joint Crediting Mechanism and privately run ones such as VCS and Gold Standard.",
    REPORT,
    "2022-06",
  ),
  normal_project: entry(
    { ja: "通常型", en: "Normal project" },
    "一つの事業所などでの削減活動を、一つのプロジェクトとして登録する形です。複数の小さな活動をまとめる場合はプログラム型にします。",
    "The activity of one site, registered as one project. Many small activities together are registered as a programme project instead.",
    EXPLAINED,
    "2023-01",
  ),
  programme_project: entry(
    { ja: "プログラム型", en: "Programme project" },
    "個人や中小企業などの小さな削減活動を取りまとめて、一つのプロジェクトとして登録する形です。登録のあとも、活動を随時加えられます。",
    "Small activities of households and companies, bundled and registered as one project. Activities can join at any time after registration.",
    EXPLAINED,
    "2023-01",
  ),
  additionality: entry(
    { ja: "追加性", en: "Additionality" },
    "この制度がなければ、費用などの壁のために行われなかった対策であることをいいます。原則として、投資回収に3年以上かかるか、運転費用が上がることで示します。",
    "The measure would not have been taken without the scheme, because of its cost or another barrier. As a rule it is shown by a payback of three years or more, or by rising running costs.",
    EXPLAINED,
    "2023-01",
  ),
  two_year_rule: entry(
    { ja: "2年前ルール", en: "Two-year rule" },
    "登録を申請する日の2年前の日以降に稼働した設備だけが対象になるという決まりです。稼働の日は、工事完了報告書や契約書などで確かめます。",
    "Only equipment that began to run within the two years before the application for registration counts. The day is shown by a completion report, a contract or the like.",
    EXPLAINED,
    "2023-01",
  ),
  crediting_period: entry(
    { ja: "認証対象期間", en: "Crediting period" },
    "クレジットの認証を受けられる期間で、登録申請日かモニタリングが可能になった日の遅いほうから8年間です。ベースラインを設定し直しても削減が見込まれる場合は、最大16年まで延長できます。",
    "The years for which credits can be certified: eight from the application or from the day monitoring became possible, whichever is later. It can be extended to at most sixteen where reductions remain after the baseline is set anew.",
    EXPLAINED,
    "2023-01",
  ),
  monitoring: entry(
    { ja: "モニタリング", en: "Monitoring" },
    "計画書で決めた方法に従って、燃料使用量などのデータを測り、集めることです。結果はモニタリング報告書にまとめ、排出削減量を計算します。",
    "Measuring and gathering data such as fuel use in the way the plan lays down. The result goes into a monitoring report, in which the reductions are calculated.",
    EXPLAINED,
    "2023-01",
  ),
  permanence: entry(
    { ja: "永続性担保", en: "Permanence" },
    "森林が吸収した炭素が、あとで失われないようにする措置です。プロジェクトの終了後も10年間、適切な森林管理と報告を続けます。",
    "Care that the carbon a forest has taken up is not lost later. The forest is managed and reported on for ten years after the project's end.",
    EXPLAINED,
    "2023-01",
  ),
  retirement: entry(
    { ja: "無効化", en: "Retirement" },
    "クレジットを使い、二度と使ったり移したりできないようにすることです。実行したあとは、用途や利用者名の変更、取消しはできません。",
    "Using a credit, so that it can never be used or moved again. Once carried out, neither purpose nor user can be changed, nor can it be undone.",
    USAGE,
    "2023-10",
  ),
  state_retirement: entry(
    { ja: "償却", en: "Retirement for a state target" },
    "国の排出削減目標などの達成のために、クレジットを使用済みにすることです。企業が自らの用途で使う無効化とは分けて記録します。",
    "Using a credit up for a target of the state. It is recorded apart from retirement, by which a company uses a credit for its own purpose.",
    REPORT,
    "2022-06",
  ),
  cancellation: entry(
    { ja: "取消", en: "Cancellation" },
    "クレジットを、目標の達成以外の目的のために、二度と移転できない状態にすることです。J-クレジットでは使用を無効化と呼び、この台帳では取消を別に数えます。",
    "Making a unit untransferable for an end other than a target. In J-Credit a use is called retirement; this ledger counts cancellation apart from it.",
    JCM_LAW,
    "2025-04",
  ),
  retirement_notice: entry(
    { ja: "無効化通知書", en: "Retirement notice" },
    "無効化が行われたことを登録簿が証明する書類で、数量、番号、用途などが記載されます。温対法の報告などに添えて使います。",
    "The registry's paper that a retirement was carried out, with quantity, numbers and purpose. It accompanies, for example, a report under the Act on Global Warming Countermeasures.",
    USAGE,
    "2023-10",
  ),
  energy_certificate: entry(
    { ja: "証書(非化石証書、グリーン電力・熱証書)", en: "Energy certificate" },
    "電気や熱の環境価値を、kWhなどの単位で取引できるようにしたものです。トンで数えるクレジットとは異なり、電気や熱以外の排出の埋め合わせには使えません。",
    "The environmental value of power or heat made tradable, in kWh or GJ. Unlike credits, which are tonnes, it cannot offset emissions other than those of power or heat.",
    REPORT,
    "2022-06",
  ),
  offset_certificate: entry(
    { ja: "カーボン・オフセット証書", en: "Offset certificate" },
    "商品やイベントなどの排出を、無効化したクレジットで埋め合わせたことを示す書類です。どの排出を、どのクレジットで埋め合わせたかを記します。",
    "A paper showing that the emissions of a product or an event were offset by retired credits. It says which emissions and which credits.",
    KANTO,
    "2022",
  ),
  corresponding_adjustment: entry(
    { ja: "相当調整", en: "Corresponding adjustment" },
    "削減量を他国に移したとき、二重に数えないよう、移した国の排出量に同じ量を足し戻す手続です。パリ協定第6条に定められています。",
    "When a reduction goes to another country, the same quantity is added back to the emissions of the country it left, so that it is not counted twice. It is laid down under Article 6 of the Paris Agreement.",
    REPORT,
    "2022-06",
  ),
  onset: entry(
    { ja: "上乗せ(オンセット)", en: "Onset" },
    "クレジットを他者に移した人が、その削減分を自らの排出量に加えて報告することです。温対法の報告では、森林の吸収によるクレジットは対象になりません。",
    "Whoever has transferred credits adds that reduction back to its own reported emissions. In reports under the Act on Global Warming Countermeasures, credits of forest removals are exempt.",
    REPORT,
    "2022-06",
  ),
  double_counting: entry(
    { ja: "二重計上", en: "Double counting" },
    "同じ1トンの削減を、二者が自らの成果として主張することです。独立した登録簿で管理し、使ったクレジットを無効化することで防ぎます。",
    "Two parties claiming the same tonne of reduction. It is prevented by an independent registry and by retiring credits that were used.",
    REPORT,
    "2022-06",
  ),
  call_auction: entry(
    { ja: "板寄せ", en: "Call auction" },
    "決まった時刻に、集まった注文をまとめて一つの値段で成立させる取引の方法です。カーボン・クレジット市場では、11時30分と15時に行われます。",
    "All orders that have come in cross at one price at a set time. In the Carbon Credit Market this happens at 11:30 and at 15:00.",
    MARKET,
    "2023-10-11",
  ),
  sealed_bid_sale: entry(
    { ja: "入札販売", en: "Sealed-bid sale" },
    "政府などが持つクレジットを、買い手が示した価格で競って販売する方法です。種類ごとの平均落札価格が公表されます。",
    "Credits held by the government are sold to the bidders by price. The average price by kind is published.",
    EXPLAINED,
    "2023-01",
  ),
  fiscal_year: entry(
    { ja: "年度", en: "Fiscal year" },
    "4月1日から翌年3月31日までの1年間です。温対法の報告では、無効化が完了した日の属する年度に数えますが、翌年6月末までに完了した場合は前の年度を選べます。",
    "The year from 1 April to 31 March. A retirement counts for the fiscal year in which it was completed; if completed by the end of June, the year before may be chosen.",
    USAGE,
    "2023-10",
  ),
  serial_number: entry(
    { ja: "識別番号(シリアル番号)", en: "Serial number" },
    "クレジット1トンごとに付く番号です。移転や無効化は、数量だけでなく番号の範囲でも指定できます。",
    "A number that each tonne carries. A transfer or retirement can name units by a range of numbers as well as by quantity.",
    USAGE,
    "2023-10",
  ),
  holding_account: entry(
    { ja: "保有口座", en: "Holding account" },
    "クレジットを持ち、移し、無効化を申請するための口座です。原則として一事業者に一つですが、意思決定できる部門ごとにも開設できます。",
    "The account in which credits are held, moved and offered for retirement. As a rule a business has one; departments that decide by themselves may have their own.",
    USAGE,
    "2023-10",
  ),
  vintage: entry(
    { ja: "ビンテージ", en: "Vintage" },
    "その削減や吸収が行われた年です。制度や用途によって、使えるビンテージが限られることがあります。",
    "The year in which the reduction or removal took place. Some schemes and uses accept certain vintages only.",
    REPORT,
    "2022-06",
  ),
  verifier: entry(
    { ja: "審査機関", en: "Validation and verification body" },
    "計画書の妥当性確認と報告書の検証を行う、制度に登録された第三者です。プロジェクトの当事者から独立していなければなりません。",
    "A third party, registered with the scheme, that validates plans and verifies reports. It must be independent of the project's parties.",
    EXPLAINED,
    "2023-01",
  ),
  committee: entry(
    { ja: "認証委員会", en: "Certification committee" },
    "プロジェクトの登録とクレジットの認証について審議する委員会です。審議の日程は制度事務局が案内します。",
    "The committee that considers the registration of projects and the certification of credits. The secretariat announces its rounds.",
    EXPLAINED,
    "2023-01",
  ),
  proponent: entry(
    { ja: "プロジェクト実施者", en: "Project proponent" },
    "対策を行い、プロジェクトの登録とクレジットの認証を申請する事業者です。計画書とモニタリング報告書に責任を持ちます。",
    "The business that carries out the measure and applies for registration and certification. It answers for the plan and the monitoring report.",
    EXPLAINED,
    "2023-01",
  ),
  operator: entry(
    { ja: "運営・管理者", en: "Programme operator" },
    "プログラム型プロジェクトで、会員の参加確認、モニタリング、申請などをまとめて行う者です。売却益を会員に配分することもあります。",
    "In a programme project, whoever admits the members, monitors and applies on behalf of all. It may share the proceeds with them.",
    EXPLAINED,
    "2023-01",
  ),
  shk: entry(
    { ja: "算定・報告・公表制度(SHK)", en: "Mandatory reporting scheme (SHK)" },
    "温室効果ガスを多く排出する事業者が、排出量を計算して国に報告し、国が公表する制度です。無効化したクレジットは、調整後の排出量に反映できます。",
    "Large emitters calculate and report their emissions to the state, which publishes them. Retired credits can be reflected in the adjusted emissions.",
    REPORT,
    "2022-06",
  ),
  buffer: entry(
    { ja: "バッファー", en: "Buffer" },
    "森林の吸収量の一部を、発行のときに専用の口座に分けておくものです。自然災害などで吸収が失われたときに、ここから補います。",
    "A part of a forest's removals that is put aside into an account of its own when credits are issued. It makes good what is lost by natural disaster and the like.",
    BUFFER,
    "2017-03-09",
  ),
  escrow: entry(
    { ja: "手続中の単位", en: "Units that wait (escrow)" },
    "移転の申込みや無効化の申請のために、ほかに使えないよう取り置かれた単位です。手続が終わるか取り下げられるまで、どこにも動かせません。",
    "Units set aside for an offer of a transfer or a request to retire, so that they cannot be used twice. They stay until the matter is done or withdrawn.",
    OWN,
    "2026-11",
  ),
  quorum: entry(
    { ja: "定足数", en: "Quorum" },
    "認証委員会が決定をするために必要な出席委員の数です。忌避した委員は、その案件の出席者に数えません。",
    "How many members must be present for the committee to decide. Who stepped back from a case is not counted for it.",
    OWN,
    "2026-11",
  ),
  recusal: entry(
    { ja: "忌避・回避", en: "Recusal" },
    "利害関係などがある委員が、その案件の審議と決定から外れることです。理由と日付が記録に残ります。",
    "A member who has an interest in a case takes no part in considering and deciding it. The ground and the day are recorded.",
    OWN,
    "2026-11",
  ),
  docket: entry(
    { ja: "議題", en: "Docket" },
    "認証委員会の一つの回で審議する案件の一覧です。書類のそろった申請を、事務局が番号を付けて載せます。",
    "The matters that one round of the committee considers. The secretariat puts complete applications on it, each with a number.",
    OWN,
    "2026-11",
  ),
  accreditation: entry(
    { ja: "審査機関の認定", en: "Accreditation" },
    "妥当性確認や検証を行う機関に、その力量と公平性があることを第三者が認めることです。認定には分野と有効期間があります。",
    "A third party's recognition that a body is competent and impartial to validate and verify. It has sectors and a term.",
    ISO_BODIES,
    "2020-12",
  ),
  finding: entry(
    { ja: "指摘", en: "Finding" },
    "審査機関が計画書や報告書に見つけた、直すべきことや説明を求めることです。すべてが解決するまで、肯定的な結論は出せません。",
    "What a verifier found in a plan or a report that is to be corrected or explained. Until all are closed there is no positive conclusion.",
    ISO_PROCESS,
    "2019-04",
  ),
  assurance: entry(
    { ja: "検証の結論", en: "Verification statement" },
    "審査機関が、報告された量が規則どおりに正しく計算されているかについて述べる意見です。範囲、根拠、結論を書き、署名します。",
    "The verifier's opinion on whether the reported figure was worked out rightly and by the rules. It states scope, grounds and conclusion, and is signed.",
    ISO_PROCESS,
    "2019-04",
  ),
  sample_seed: entry(
    { ja: "抽出の種", en: "Seed of a sample" },
    "現地などで確かめる会員を選ぶ計算の元になる値です。会員の一覧と値のハッシュを先に記録するため、あとからだれかを選んだり外したりできません。",
    "The value from which the members to be looked at are drawn. The list and the seed's hash are recorded first, so that nobody can be picked or spared afterwards.",
    OWN,
    "2026-11",
  ),
  lead_time: entry(
    { ja: "標準の期日", en: "Lead time" },
    "申請や報告から、次の手続を終えるまでの目安の日数です。口座の開設のほかは公表された日数がないため、規則集に置いた値を使います。",
    "How many days a step should take from what began it. But for the opening of accounts no published number is at hand, so the rulebook's own are used.",
    APPLYING,
    "2023-10",
  ),
  second_person: entry(
    { ja: "二人目の承認", en: "Second person" },
    "一人が申し込んだ移転や無効化を、同じ事業者の別の人が確かめて承認することです。口座ごとに、何トンを超えたら必要かを決められます。",
    "Somebody else of the same business looks at a transfer or a retirement and approves it. Each account says above how many tonnes that is needed.",
    OWN,
    "2026-11",
  ),
  agent: entry(
    { ja: "申請代行者", en: "Agent" },
    "口座の保有者から任されて、その口座の手続をする事業者です。委任には範囲と終わりの日があります。",
    "A business that acts on an account for its holder. What it may do, and until when, is laid down.",
    APPLYING,
    "2023-10",
  ),
  receipt: entry(
    { ja: "受領証", en: "Receipt" },
    "ある記録が台帳に入っていることを、あとからだれでも確かめられる証明書です。ハッシュの木と署名を使い、台帳につながなくても確かめられます。",
    "A proof that an entry stands in the journal, which anybody can check later. It rests on a tree of hashes and a signature, and needs no connection to the ledger.",
    MERKLE,
    "2013-06",
  ),
} as const satisfies Record<string, Entry>;

export type Word = keyof typeof glossary;
