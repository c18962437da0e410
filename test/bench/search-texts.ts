/** What is typed, letter by letter; the synthetic products hold all but the last rare one. */
export const searchTexts = {
  'common words': ['the', 'steel mug', 'blue', 'hand made', 'small oak table', 'brand', 'size', 'and with'],
  'rare words': ['lintwor', 'wool jar je', 'xylo', 'qu', 'zz', 'rustic teapot y'],
  'single letters': ['e', 't', 's', 'b', 'x', 'z', '0'],
  'parts of SKUs': ['blu-0012', '0999', 'lin-00004', 'gre-04', '-01', '77'],
} as const
