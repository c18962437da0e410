/**
 * Names as people give them, and the product that a person who knows the shop would choose: `id` of the crowded catalogue.
 * null: it belongs to none, or nobody could tell, so that a confident answer would be wrong.
 */
// prettier-ignore
export const realNames: [path: string, product: string | null][] = [
  // The plain conventions.
  ['A-10.jpg', 'A-10'], ['A-100.jpg', 'A-100'], ['A-1.jpg', 'A-1'], ['A-1-1.jpg', 'A-1'], ['A-1-2.jpg', 'A-1'],
  ['A-10-1.jpg', 'A-10'], ['A-10_2.jpg', 'A-10'], ['A-100 (3).jpg', 'A-100'], ['a-100 (1).JPG', 'A-100'],
  ['A-1_front.jpg', 'A-1'], ['A-1-back.png', 'A-1'], ['A-1 detail 2.jpg', 'A-1'], ['A-11.jpg', 'A-11'],
  ['A-11-0.jpg', 'A-11'], ['A-110.jpg', 'A-110'], ['A-110-front.jpeg', 'A-110'], ['A_10.jpg', 'A-10'],
  ['A 100.jpg', 'A-100'], ['a100.jpg', 'A-100'], ['A10.jpg', 'A-10'], ['A1.jpg', 'A-1'], ['a1_2.jpg', 'A-1'],
  ['A-1 - Copy.jpg', 'A-1'], ['A-1 copy 2.jpg', 'A-1'], ['A-10 - Kopie (2).jpg', 'A-10'], ['A-10-main.jpg', 'A-10'],
  ['A-100.jpg.png', 'A-100'], ['A–100.jpg', 'A-100'], ['A‑1‑2.jpg', 'A-1'], ['A-100@2x.png', 'A-100'],
  ['A-100-1500px.jpg', 'A-100'], ['A-10-800x600.jpg', 'A-10'], ['A-100_img2.jpg', 'A-100'], ['A-1 photo 3.jpg', 'A-1'],
  ['A-10 (2) front.jpg', 'A-10'], ['A-12.jpg', null], ['A-1000.jpg', null], ['A-2.jpg', null], ['A.jpg', null],
  ['A-1a.jpg', null], ['A-1-a.jpg', 'A-1'], ['A-1_b.jpg', 'A-1'], ['AA-1.jpg', null], ['A-01.jpg', 'A-1'],
  // An SKU that is another one with a position.
  ['B.jpg', 'B'], ['B-1.jpg', null], ['B-2.jpg', null], ['B-3.jpg', 'B'], ['B-1-1.jpg', 'B-1'], ['B-2_front.jpg', 'B-2'],
  ['B-1 (2).jpg', null], ['ROPE.jpg', 'ROPE'], ['ROPE-1.jpg', 'ROPE'], ['ROPE-2.jpg', null], ['ROPE-3.jpg', 'ROPE'],
  ['rope_2_1.jpg', 'ROPE-2'], ['ROPE (2).jpg', 'ROPE'], ['ROPE-front.jpg', 'ROPE'], ['ROPE-2-front.jpg', 'ROPE-2'],
  // Slashes, spaces, dots, encodings.
  ['AB-12.jpg', 'AB/12'], ['AB_12.jpg', 'AB/12'], ['AB%2F12.jpg', 'AB/12'], ['AB 12 (2).jpg', 'AB/12'], ['ab12.jpg', 'AB/12'],
  ['AB%2f12-2.jpg', 'AB/12'], ['AB⁄12.jpg', 'AB/12'], ['AB-13.jpg', null], ['AB_13.jpg', null], ['AB%2F13.jpg', 'AB/13'],
  ['AB-13-2.jpg', null], ['AB/12/1.jpg', null], ['AB%252F12.jpg', null],
  ['TS 100 BL.jpg', 'TS 100 BL'], ['TS-100-BL.jpg', 'TS 100 BL'], ['ts_100_bl_1.jpg', 'TS 100 BL'], ['TS%20100%20BL.jpg', 'TS 100 BL'],
  ['TS100BL.jpg', 'TS 100 BL'], ['TS100BLK.jpg', 'TS 100 BLK'], ['TS 100 BLK 2.jpg', 'TS 100 BLK'], ['TS-100-RD-back.jpg', 'TS 100 RD'],
  ['TS 100.jpg', null], ['TS  100  RD.jpg', 'TS 100 RD'], ['TS\u00a0100\u00a0RD.jpg', 'TS 100 RD'], ['TS-100-BL-K.jpg', null],
  ['LMP.200.W.jpg', 'LMP.200.W'], ['LMP.200.W.2.jpg', 'LMP.200.W'], ['lmp-200-b.jpg', 'LMP.200.B'], ['LMP_20.jpg', 'LMP.20'],
  ['LMP.20.1.jpg', 'LMP.20'], ['LMP.200.jpg', null], ['LMP200B.jpg', 'LMP.200.B'], ['LMP 20 0.jpg', 'LMP.20'],
  ['SK_77.jpg', 'SK_77'], ['SK_77_L.jpg', 'SK_77_L'], ['SK-77-L-2.jpg', 'SK_77_L'], ['SK_77_2.jpg', 'SK_77'], ['SK77.jpg', 'SK_77'],
  ['SP-88 A.jpg', 'spoon'], ['SP_88_A_2.jpg', 'spoon'], ['SP%2F88%20B.jpg', 'spoon-b'], ['sp88a.jpg', 'spoon'], ['SP 88.jpg', null],
  ['V-9.jpg', 'vase'], ['V_9_front.jpg', 'vase'], ['V꞉9.jpg', null], ['50%.jpg', 'pct'], ['50%25.jpg', 'pct'],
  ['TRAY 40x30.jpg', 'tray'], ['TRAY-40x30-2.jpg', 'tray'], ['tray_60x40_front.jpg', 'tray-l'], ['TRAY.jpg', null],
  ['C+.jpg', 'plus'], ['C-1.jpg', null],
  // Umlauts in every form.
  ['GRÜN-1.jpg', 'GRÜN-1'], ['GRU\u0308N-1.jpg', 'GRÜN-1'], ['grün-1_2.jpg', 'GRÜN-1'], ['GR%C3%9CN-2.jpg', 'GRÜN-2'],
  ['GRUEN-1.jpg', 'GRÜN-1'], ['GRUN-2.jpg', 'GRÜN-2'], ['gru\u0308n_2_front.jpg', 'GRÜN-2'], ['ÆØÅ-7.jpg', 'ÆØÅ-7'], ['æøå-7-2.jpg', 'ÆØÅ-7'],
  ['CAFÉ-9.jpg', 'cafe'], ['CAFE\u0301-9.jpg', 'cafe'], ['cafe-9.jpg', 'cafe'], ['CAFE-9-2.jpg', 'cafe'], ['GRÜN.jpg', null],
  ['Grüner Becher groß.jpg', 'GRÜN-2'], ['Gruener Becher.jpg', 'GRÜN-1'],
  // Zeros and numbers.
  ['00123.jpg', '00123'], ['123.jpg', null], ['00123-1.jpg', '00123'], ['00456.jpg', '00456'], ['456.jpg', '00456'], ['0789_2.jpg', '0789'],
  ['789.jpg', '0789'], ['1.jpg', null], ['2.jpg', null], ['12.jpg', null], ['001.jpg', null], ['3.jpg', null], ['01.jpg', null],
  ['7000123.jpg', 'num7'], ['7000123-2.jpg', 'num7'], ['7000124_front.jpg', 'num7b'], ['7000125.jpg', null], ['9000001.jpg', null],
  ['12-3.jpg', null], ['1 (2).jpg', null], ['2023.jpg', null],
  // The same SKU twice.
  ['DUP-5.jpg', null], ['DUP-5-2.jpg', null], ['dup-6.jpg', null], ['DUP-6.jpg', null], ['DUP-5/1.jpg', null], ['Candle white/DUP-5.jpg', 'dup1'],
  ['Candle ivory/DUP-5_2.jpg', 'dup2'], ['DUP-5 Candle ivory.jpg', 'dup2'],
  // Variations.
  ['MUG.jpg', 'MUG'], ['MUG-1.jpg', 'MUG'], ['MUG-3.jpg', 'MUG'], ['MUG-BLUE.jpg', 'MUG'], ['mug-red-2.jpg', 'MUG'], ['MUG_blue_front.jpg', 'MUG'],
  ['CUP-100.jpg', 'CUP-100'], ['CUP-100-S.jpg', 'CUP-100'], ['CUP-100-M-1.jpg', 'CUP-100'], ['CUP-1000.jpg', 'CUP-1000'], ['CUP-100-0.jpg', 'CUP-100'],
  ['CUP-100-1.jpg', 'CUP-100'], ['CUP-1000 (2).jpg', 'CUP-1000'], ['CUP-100-L.jpg', null], ['CUP 100 small.jpg', 'CUP-100'],
  ['TEE-BLU.jpg', 'TEE-BLU'], ['TEE-BLUE.jpg', 'TEE-BLUE'], ['tee_blue_1.jpg', 'TEE-BLUE'], ['TEE-BLU-E.jpg', null], ['teeblu.jpg', 'TEE-BLU'],
  ['X5.jpg', 'X5'], ['X55.jpg', 'X-55'], ['X-5.jpg', 'X5'], ['X5-5.jpg', null], ['X-5-5.jpg', null], ['X-55-1.jpg', 'X-55'], ['X5_1.jpg', 'X5'],
  // Codes and ids.
  ['4006381333931.jpg', 'EAN1'], ['4006381333931_1.jpg', 'EAN1'], ['0012345678905.jpg', 'EAN2'], ['12345678905.jpg', 'EAN2'], ['012345678905-front.jpg', 'EAN2'],
  ['4006381333948 (2).jpg', 'EAN3'], ['4006381333955.jpg', null], ['KN-501.jpg', 'EAN1'], ['KN501-2.jpg', 'EAN1'], ['550000000.jpg', 'A-1'],
  ['550000001-2.jpg', 'A-10'], ['560000011.jpg', 'BE01-1'], ['oak-cutting-board-p550000047.jpg', 'oak-board'], ['id 550000000.jpg', 'A-1'],
  // Names and addresses.
  ['Oak cutting board.jpg', 'oak-board'], ['oak-cutting-board-1.jpg', 'oak-board'], ['oak_cutting_board_large.jpg', 'oak-board-l'],
  ['Oak cutting board large 2.jpg', 'oak-board-l'], ['walnut cutting board front.jpg', 'walnut'], ['cutting board.jpg', null], ['Linen tea towel.jpg', null],
  ['linen-tea-towel-2.jpg', null], ['Salad bowl.jpg', 'bowl'], ['Salad bowl with servers.jpg', 'bowl-x'], ['salad-bowl-3.jpg', 'bowl'], ['Olive wood spoon.jpg', 'spoon'],
  ['olive wood spoon slotted (1).jpg', 'spoon-b'], ['Olive spoon.jpg', null], ['Stoneware cup set.jpg', 'CUP-1000'], ['Stoneware cup.jpg', 'CUP-100'],
  ['Desk lamp.jpg', null], ['desk-lamp-black.jpg', 'LMP.200.B'], ['Serving tray large.jpg', 'tray-l'], ['Beaker black size 1.jpg', 'BE00-1'], ['Beaker black size 1 front.jpg', 'BE00-1'],
  ['Beaker black size 10.jpg', 'BE00-10'], ['Beaker navy size 3 (2).jpg', 'BE02-3'], ['Beaker size 3.jpg', null], ['blue Beaker.jpg', null], ['kettle-press-shot.jpg', 'kettle'],
  ['Tea kettle.jpg', 'kettle'], ['tea kettle hi-res.jpg', 'kettle'], ['Chef knife 1.jpg', 'EAN1'], ['Bread-Knife_02.JPG', 'EAN2'], ['Storage jar.jpg', 'jar'],
  // SKU among words.
  ['A-100 Anchor pendant gold.jpg', 'A-100'], ['Anchor pendant gold A-100.jpg', 'A-100'], ['A-10 Anchor pendant large front.jpg', 'A-10'], ['A-1 Anchor pendant.jpg', 'A-1'],
  ['A-1_10_anchor.jpg', null], ['KN-502 Bread knife on table.jpg', 'EAN2'], ['BWL-3000 Salad bowl 2.jpg', 'bowl'], ['BWL-3000X.jpg', 'bowl-x'], ['BWL-3000-X.jpg', null],
  ['BWL-3000.jpg', 'bowl'], ['bwl3000_02.jpg', 'bowl'], ['JAR1L.jpg', 'jar'], ['JAR 1L.jpg', 'jar'], ['JAR2L-2.jpg', 'jar2'], ['JAR1L2.jpg', null],
  ['Shop - KN-503 - final.jpg', 'EAN3'], ['2024-05-01 KN-501.jpg', 'EAN1'],
  // Neighbours one character away.
  ['BE00-1.jpg', 'BE00-1'], ['BE00-10.jpg', 'BE00-10'], ['BE00-1-0.jpg', 'BE00-1'], ['BE00-1_10.jpg', 'BE00-1'], ['BE00-10-1.jpg', 'BE00-10'], ['BE001.jpg', 'BE00-1'],
  ['BE0010.jpg', 'BE00-10'], ['BE01-1.jpg', 'BE01-1'], ['be01_1_front.jpg', 'BE01-1'], ['PL12-3.jpg', 'PL12-3'], ['PL12-30.jpg', 'PL12-30'], ['PL1-23.jpg', null],
  ['PL12-3 (4).jpg', 'PL12-3'], ['PL12-6.jpg', null], ['AP24-5-3.jpg', 'AP24-5'], ['AP24-50-3.jpg', 'AP24-50'], ['AP24-5 3.jpg', 'AP24-5'], ['AP 24-5.jpg', 'AP24-5'],
  ['BA35-2-back.jpg', 'BA35-2'], ['CA50-4_main.jpg', 'CA50-4'], ['CO67-1.JPEG', 'CO67-1'], ['DO72-20.webp', 'DO72-20'], ['HO80-3.png', 'HO80-3'], ['TI97-50-1.gif', 'TI97-50'],
  ['TI97-500.jpg', null], ['TI97.jpg', null], ['TI9-7-5.jpg', null], ['BL40-1 Blanket black size 1.jpg', 'BL40-1'],
  // Folders.
  ['A-1/1.jpg', null], ['A-1/front.jpg', 'A-1'], ['A-1/IMG_0001.JPG', 'A-1'], ['A-1/anything at all.jpg', 'A-1'], ['A-100/3.jpg', 'A-100'], ['A-100/04.jpg', 'A-100'],
  ['A-10/A-10-2.jpg', 'A-10'], ['A-10/A-100.jpg', null], ['B/B-1.jpg', null], ['B/front.jpg', 'B'], ['images/A-100.jpg', 'A-100'], ['A-100/large/front.jpg', 'A-100'],
  ['A-100/web/IMG_2001.jpg', 'A-100'], ['AB_12/3.jpg', 'AB/12'], ['AB%2F12/DSC00012.jpg', 'AB/12'], ['Oak cutting board/IMG_1.jpg', 'oak-board'], ['Oak cutting board large/main.jpg', 'oak-board-l'],
  ['Linen tea towel/5.jpg', null], ['Linen tea towel/LN-02_1.jpg', 'linen2'], ['LN-01/towel.jpg', 'linen1'], ['Summer 2024/KN-501.jpg', 'EAN1'], ['Knives/KN-502-2.jpg', 'EAN2'],
  ['Knives/Bread knife.jpg', 'EAN2'], ['GRU\u0308N-1/7.jpg', 'GRÜN-1'], ['00123/1.jpg', null], ['00123/a.jpg', '00123'], ['DUP-5/IMG_3.jpg', null], ['MUG/MUG-BLUE.jpg', 'MUG'],
  ['MUG/blue.jpg', 'MUG'], ['4006381333931/back.jpg', 'EAN1'], ['550000000/x.jpg', 'A-1'], ['TS 100 BL/DSC_0007.jpg', 'TS 100 BL'], ['BE00-1/BE00-10.jpg', null],
  ['A-100 Anchor pendant gold/5.jpg', 'A-100'], ['new/7000123/9.jpg', 'num7'], ['1/7.jpg', null], ['misc/IMG_0042.jpg', null], ['FRONT/4.jpg', 'front'],
  // Nothing to go by.
  ['IMG_1234.jpg', null], ['DSC00123.JPG', null], ['P1010012.jpg', null], ['PXL_20230415_101112345.jpg', null], ['WhatsApp Image 2023-04-15 at 10.11.12.jpeg', null],
  ['Screenshot 2024-01-02.png', null], ['20230415_101112.jpg', null], ['untitled.png', null], ['photo.jpg', null], ['front.jpg', null], ['main.png', null], ['image (3).png', null],
  ['2b1c7f3e-0c1d-4e2f-8a3b-1234567890ab.jpg', null], ['😀.jpg', null], ['-.jpg', null], ['(1).jpg', null], ['logo.png', null], ['banner-summer.jpg', null], ['team photo 2.jpg', null],
  ['IMG_0123 A-100.jpg', 'A-100'], ['DSC_0123.jpg', null], ['IMG-20230415-WA0007.jpg', null], ['Unbenannt-1.png', null], ['..%2F..%2Fetc.jpg', null], [`${'x'.repeat(251)}.jpg`, null],
]
