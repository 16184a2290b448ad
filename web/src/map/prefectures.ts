// The 47 prefectures as tiles on a grid, laid out by hand so that neighbours lie beside each other; no outline of anybody's map is used.
// `code`: JIS X 0401. Column and row of the tile, from the top left; two tiles wide or high where `w`, `h` say so.
export interface Prefecture {
  code: number;
  ja: string;
  en: string;
  x: number;
  y: number;
  w?: number;
  h?: number;
}

export const prefectures: readonly Prefecture[] = [
  { code: 1, ja: "北海道", en: "Hokkaido", x: 12, y: 0, w: 2, h: 2 },
  { code: 2, ja: "青森県", en: "Aomori", x: 12, y: 2, w: 2 },
  { code: 3, ja: "岩手県", en: "Iwate", x: 13, y: 3 },
  { code: 4, ja: "宮城県", en: "Miyagi", x: 13, y: 4 },
  { code: 5, ja: "秋田県", en: "Akita", x: 12, y: 3 },
  { code: 6, ja: "山形県", en: "Yamagata", x: 12, y: 4 },
  { code: 7, ja: "福島県", en: "Fukushima", x: 12, y: 5, w: 2 },
  { code: 8, ja: "茨城県", en: "Ibaraki", x: 13, y: 6 },
  { code: 9, ja: "栃木県", en: "Tochigi", x: 12, y: 6 },
  { code: 10, ja: "群馬県", en: "Gunma", x: 11, y: 6 },
  { code: 11, ja: "埼玉県", en: "Saitama", x: 11, y: 7 },
  { code: 12, ja: "千葉県", en: "Chiba", x: 13, y: 7, h: 2 },
  { code: 13, ja: "東京都", en: "Tokyo", x: 12, y: 7 },
  { code: 14, ja: "神奈川県", en: "Kanagawa", x: 12, y: 8 },
  { code: 15, ja: "新潟県", en: "Niigata", x: 11, y: 5 },
  { code: 16, ja: "富山県", en: "Toyama", x: 10, y: 5 },
  { code: 17, ja: "石川県", en: "Ishikawa", x: 9, y: 5 },
  { code: 18, ja: "福井県", en: "Fukui", x: 9, y: 6 },
  { code: 19, ja: "山梨県", en: "Yamanashi", x: 10, y: 7 },
  { code: 20, ja: "長野県", en: "Nagano", x: 10, y: 6 },
  { code: 21, ja: "岐阜県", en: "Gifu", x: 9, y: 7 },
  { code: 22, ja: "静岡県", en: "Shizuoka", x: 11, y: 8 },
  { code: 23, ja: "愛知県", en: "Aichi", x: 10, y: 8 },
  { code: 24, ja: "三重県", en: "Mie", x: 9, y: 8 },
  { code: 25, ja: "滋賀県", en: "Shiga", x: 8, y: 7 },
  { code: 26, ja: "京都府", en: "Kyoto", x: 8, y: 6 },
  { code: 27, ja: "大阪府", en: "Osaka", x: 7, y: 8 },
  { code: 28, ja: "兵庫県", en: "Hyogo", x: 7, y: 6, h: 2 },
  { code: 29, ja: "奈良県", en: "Nara", x: 8, y: 8 },
  { code: 30, ja: "和歌山県", en: "Wakayama", x: 7, y: 9, w: 2 },
  { code: 31, ja: "鳥取県", en: "Tottori", x: 6, y: 6 },
  { code: 32, ja: "島根県", en: "Shimane", x: 5, y: 6 },
  { code: 33, ja: "岡山県", en: "Okayama", x: 6, y: 7 },
  { code: 34, ja: "広島県", en: "Hiroshima", x: 5, y: 7 },
  { code: 35, ja: "山口県", en: "Yamaguchi", x: 4, y: 6, h: 2 },
  { code: 36, ja: "徳島県", en: "Tokushima", x: 6, y: 10 },
  { code: 37, ja: "香川県", en: "Kagawa", x: 6, y: 9 },
  { code: 38, ja: "愛媛県", en: "Ehime", x: 5, y: 9 },
  { code: 39, ja: "高知県", en: "Kochi", x: 5, y: 10 },
  { code: 40, ja: "福岡県", en: "Fukuoka", x: 2, y: 8 },
  { code: 41, ja: "佐賀県", en: "Saga", x: 1, y: 8 },
  { code: 42, ja: "長崎県", en: "Nagasaki", x: 0, y: 8 },
  { code: 43, ja: "熊本県", en: "Kumamoto", x: 2, y: 9 },
  { code: 44, ja: "大分県", en: "Oita", x: 3, y: 8 },
  { code: 45, ja: "宮崎県", en: "Miyazaki", x: 3, y: 9 },
  { code: 46, ja: "鹿児島県", en: "Kagoshima", x: 2, y: 10, w: 2 },
  { code: 47, ja: "沖縄県", en: "Okinawa", x: 0, y: 11 },
];

export const COLUMNS = 14;
export const ROWS = 12;

// The tile that an arrow key leads to: the nearest one in that direction, sideways steps weighing double.
export function neighbour(from: Prefecture, key: string): Prefecture | undefined {
  const direction: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const way = direction[key];
  if (!way) return undefined;
  const middle = (p: Prefecture): [number, number] => [p.x + (p.w ?? 1) / 2, p.y + (p.h ?? 1) / 2];
  const [x, y] = middle(from);
  let best: Prefecture | undefined;
  let least = Infinity;
  for (const to of prefectures) {
    if (to === from) continue;
    const [toX, toY] = middle(to);
    const along = (toX - x) * way[0] + (toY - y) * way[1];
    const aside = Math.abs((toX - x) * way[1]) + Math.abs((toY - y) * way[0]);
    if (along <= 0 || aside > along * 1.5) continue;
    const far = along + 2 * aside;
    if (far < least) {
      least = far;
      best = to;
    }
  }
  return best;
}
