import { defineTexts } from "../i18n/texts";

export const texts = defineTexts({
  unreachable: { ja: "サーバーに届きませんでした。", en: "The server could not be reached." },
  unreachableRemedy: {
    ja: "通信を確かめて、もう一度お試しください。同じ操作をもう一度送っても、二重に行われることはありません。",
    en: "Check the connection and try again. Sending the same act again does not carry it out twice.",
  },
  unreadable: { ja: "サーバーの返事を読み取れませんでした。", en: "The server's answer could not be read." },
  unreadableRemedy: {
    ja: "ページを再読み込みしてください。続くときは管理者にお知らせください。",
    en: "Reload the page. If it goes on, tell your administrator.",
  },
});
