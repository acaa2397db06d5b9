// Reading and checking single values. The server decides; these only help while somebody types.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

// A unified social credit code or a citizen's number: 'ok', 'badCheck', 'badShape' or '' while it is empty.
export function taxpayerId(typed) {
  const code = typed.trim().toUpperCase();
  if (!code) return '';
  if (/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    if (creditCheck(code) || citizenCheck(code)) return 'ok';
    return 'badCheck';
  }
  return 'badShape';
}

function creditCheck(code) {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i += 1) {
    sum += ALPHABET.indexOf(code[i]) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

function citizenCheck(code) {
  if (!/^\d{17}[\dX]$/.test(code)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(code[i]), 0);
  return '10X98765432'[sum % 11] === code[17];
}

// Fen as a BigInt, or null when it is not a plain amount: cents must never go through a floating number.
export function fen(typed) {
  const amount = /^(\d{1,16})(?:\.(\d{1,2}))?$/.exec(plainAmount(typed));
  return amount ? BigInt(amount[1]) * 100n + BigInt((amount[2] || '0').padEnd(2, '0')) : null;
}

// 2026-09-01 out of 20260901, 2026-9-1, 2026/9/1, 2026年9月1日; empty when it is no such thing.
export function isoDate(typed) {
  const parts = /^(\d{4})(?:(\d{2})(\d{2})|[-/.年](\d{1,2})[-/.月](\d{1,2})日?)$/.exec(typed.trim());
  if (!parts) return '';
  const [month, day] = [parts[2] || parts[4], parts[3] || parts[5]].map((part) => part.padStart(2, '0'));
  return `${parts[1]}-${month}-${day}`;
}

// What people paste: 1,234.50 or ¥ 1234.5
export function plainAmount(typed) {
  return typed.replace(/[,，\s¥￥]/g, '');
}

export function yuan(ofFen) {
  const [whole, cents] = [ofFen / 100n, String(ofFen % 100n).padStart(2, '0')];
  return `${String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${cents}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

// 人民币大写, as slips and receipts write it
export function inWords(ofFen) {
  const whole = String(ofFen / 100n);
  const [jiao, cent] = String(ofFen % 100n).padStart(2, '0').split('').map(Number);
  const yuanPart = whole === '0' ? '' : `${groups(whole)}元`;
  if (jiao === 0 && cent === 0) return `${yuanPart || '零元'}整`;
  const jiaoPart = jiao ? `${DIGITS[jiao]}角` : yuanPart && '零';
  return yuanPart + jiaoPart + (cent ? `${DIGITS[cent]}分` : '整');
}

function groups(whole) {
  const parts = [];
  for (let end = whole.length; end > 0; end -= 4) parts.unshift(whole.slice(Math.max(0, end - 4), end));
  let words = '';
  let gap = false;
  parts.forEach((part, index) => {
    const written = group(part);
    if (!written) {
      gap = gap || words !== '';
      return;
    }
    if (words && (gap || part.startsWith('0'))) words += '零';
    words += written + GROUPS[parts.length - 1 - index];
    gap = false;
  });
  return words;
}

function group(part) {
  let words = '';
  let gap = false;
  [...part].forEach((digit, index) => {
    if (digit === '0') {
      gap = words !== '';
      return;
    }
    words += (gap ? '零' : '') + DIGITS[Number(digit)] + PLACES[part.length - 1 - index];
    gap = false;
  });
  return words;
}

// Names of firms are the same whatever brackets and spaces they were typed with.
export function sameName(one, other) {
  const plain = (name) => name.replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')');
  return plain(one) === plain(other);
}

// crypto.randomUUID exists only on secure pages; an intranet address is none.
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
