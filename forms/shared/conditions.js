// When a part of a form applies: "matter=EXPORT|NON_TAX", "taxpayerIdOverride", "badCheck:taxpayerId",
// "differs:accountName,taxpayerName", "positive:arrearsAmount", "filled:voucherNo".

import { fen, sameName, taxpayerId } from './values.js';

const TESTS = {
  badCheck: (values, name) => taxpayerId(values[name] || '') === 'badCheck',
  positive: (values, name) => (fen(values[name] || '') ?? 0n) > 0n,
  filled: (values, name) => Boolean(values[name]),
  differs: (values, names) => {
    const [one, other] = names.split(',').map((name) => values[name] || '');
    return one !== '' && other !== '' && !sameName(one, other);
  },
};

export function holds(condition, values) {
  const test = /^(\w+):(.+)$/.exec(condition);
  if (test) return TESTS[test[1]](values, test[2]);
  const [name, wanted] = condition.split('=');
  if (wanted === undefined) return values[name] === 'true';
  return wanted.split('|').includes(values[name]);
}
