import { defineTexts } from "../../i18n/texts";

// Closing the opening: the totals of the former registry, each by the name under which the ledger compares it.
export const totals = defineTexts({
  projects: { ja: "プロジェクトの数", en: "Projects" },
  projects_cancelled: { ja: "うち登録を取り消されたものの数", en: "of which cancelled" },
  certifications: { ja: "認証の数", en: "Certifications" },
  certified_t: { ja: "認証量 (t-CO2)", en: "Certified (t-CO2)" },
  opened_t: { ja: "発行量 (t-CO2)", en: "Issued (t-CO2)" },
  held_t: { ja: "保有量 (t-CO2)", en: "Held (t-CO2)" },
  buffer_t: { ja: "バッファー管理口座の量 (t-CO2)", en: "In the buffer (t-CO2)" },
  retired_t: { ja: "無効化量 (t-CO2)", en: "Retired (t-CO2)" },
  retired_for_state_t: { ja: "うち国の目標のために無効化した量 (t-CO2)", en: "Retired for the state's target (t-CO2)" },
  cancelled_t: { ja: "取消量 (t-CO2)", en: "Cancelled (t-CO2)" },
});

export const openingTexts = defineTexts({
  title: { ja: "もとにした資料の名称", en: "Title of the source" },
  date: { ja: "もとにした資料の日付", en: "Date of the source" },
  address: { ja: "もとにした資料の所在(アドレス)", en: "Address of the source" },
  totalHelp: { ja: "もとの台帳の合計です。移した記録の合計と一致するときだけ締められます。", en: "As the former registry has it. The opening is closed only where it agrees with what was brought in." },
  refused: { ja: "移せなかった行の数", en: "Rows that were refused" },
  report: { ja: "照合の報告書", en: "Report of the comparison" },
});
