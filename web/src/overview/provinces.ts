// The 34 provinces since 1 July 2025 (NQ 202/2025/QH15), each on a tile about where it lies: [name, column,
// row].
const tiles: [string, number, number][] = [
  ['Lai Châu', 0, 0],
  ['Lào Cai', 1, 0],
  ['Tuyên Quang', 2, 0],
  ['Cao Bằng', 3, 0],
  ['Điện Biên', 0, 1],
  ['Sơn La', 1, 1],
  ['Thái Nguyên', 2, 1],
  ['Lạng Sơn', 3, 1],
  ['Phú Thọ', 1, 2],
  ['Hà Nội', 2, 2],
  ['Bắc Ninh', 3, 2],
  ['Quảng Ninh', 4, 2],
  ['Ninh Bình', 2, 3],
  ['Hưng Yên', 3, 3],
  ['Hải Phòng', 4, 3],
  ['Thanh Hóa', 2, 4],
  ['Nghệ An', 2, 5],
  ['Hà Tĩnh', 3, 5],
  ['Quảng Trị', 3, 6],
  ['Huế', 4, 6],
  ['Đà Nẵng', 4, 7],
  ['Quảng Ngãi', 4, 8],
  ['Gia Lai', 3, 8],
  ['Đắk Lắk', 3, 9],
  ['Khánh Hòa', 4, 9],
  ['Lâm Đồng', 3, 10],
  ['Đồng Nai', 2, 10],
  ['Tây Ninh', 1, 10],
  ['Thành phố Hồ Chí Minh', 2, 11],
  ['Đồng Tháp', 1, 11],
  ['An Giang', 0, 11],
  ['Vĩnh Long', 1, 12],
  ['Cần Thơ', 0, 12],
  ['Cà Mau', 0, 13],
];

export interface Tile<Unit> {
  province: string;
  column: number;
  row: number;
  unit: Unit | undefined;
}

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi').replaceAll('hoà', 'hòa');

/** Finds each province's union by the end of its name: "LĐLĐ tỉnh Phú Thọ". */
export function province_tiles<Unit extends { name: string }>(units: Unit[]): Tile<Unit>[] {
  return tiles.map(([province, column, row]) => ({
    province,
    column,
    row,
    unit: units.find((unit) => plain(unit.name).endsWith(` ${plain(province)}`)),
  }));
}
