// Repeated lines: the fields inside data-cf-lines are the pattern of one line. Line 1 has bare names, line 2 name_2, …

import { el, fill } from './dom.js';
import { makeField } from './fields.js';
import { fen, inWords, yuan } from './values.js';

export function makeLines(context, place) {
  const pattern = [...place.querySelectorAll('[data-cf-field]')];
  const carried = (place.dataset.cfCarry || '').split(' ').filter(Boolean);
  const lines = [];
  const list = el('div', { class: 'cf-lines' });
  const add = el('button', { type: 'button', class: 'btn btn-default btn-sm cf-add', onclick: () => addByHand() });
  const sums = el('div', { class: 'cf-sums', 'aria-live': 'polite' });
  place.replaceChildren(list, el('div', { class: 'cf-lines-foot' }, add, sums));

  const nameOn = (name, line) => (line === 1 ? name : `${name}_${line}`);

  function addLine() {
    const number = lines.length + 1;
    const fields = pattern.map((one) => makeField(context, one.dataset.cfField, one.cloneNode(true)));
    const title = el('span', { class: 'cf-line-number' });
    const remove = el('button', { type: 'button', class: 'cf-remove', text: '✕', onclick: () => removeLine(line) });
    const row = el('div', { class: 'cf-line', role: 'group' }, title, ...fields.map((field) => field.node), remove);
    const line = { fields, row, title, remove };
    lines.push(line);
    list.append(row);
    fields.forEach((field, index) => context.register(nameOn(pattern[index].dataset.cfField, number), field));
    renumber();
    return line;
  }

  function addByHand() {
    const before = lines[lines.length - 1];
    const line = addLine();
    carried.forEach((name) => {
      const at = pattern.findIndex((one) => one.dataset.cfField === name);
      line.fields[at].set(before.fields[at].get());
    });
    line.fields[0].focus();
    context.changed();
  }

  // Values move up, so that the numbers of the lines stay without a gap.
  function removeLine(line) {
    const from = lines.indexOf(line);
    for (let at = from; at < lines.length - 1; at += 1) {
      lines[at].fields.forEach((field, index) => field.set(lines[at + 1].fields[index].get()));
    }
    const last = lines.pop();
    last.row.remove();
    pattern.forEach((one) => context.unregister(nameOn(one.dataset.cfField, lines.length + 1)));
    renumber();
    (lines[Math.min(from, lines.length - 1)]).fields[0].focus();
    context.changed();
  }

  function renumber() {
    lines.forEach((line, index) => {
      line.title.textContent = String(index + 1);
      line.row.setAttribute('aria-label', fill(context.t('line'), index + 1));
      line.remove.setAttribute('aria-label', fill(context.t('removeLine'), index + 1));
      line.remove.title = fill(context.t('removeLine'), index + 1);
      line.remove.hidden = lines.length === 1;
    });
    add.textContent = `＋ ${context.t('addLine')}`;
    add.disabled = lines.length >= context.mostLines;
  }

  function sum(name) {
    const at = pattern.findIndex((one) => one.dataset.cfField === name);
    return lines.map((line) => fen(line.fields[at].get()) ?? 0n).reduce((one, other) => one + other, 0n);
  }

  function showSums() {
    const paid = sum('paidAmount');
    const refund = sum('refundAmount');
    sums.replaceChildren(
      el('span', {}, `${context.t('paidTotal')} `, el('b', { text: yuan(paid) })),
      el('span', { class: refund > paid ? 'cf-over' : '' }, `${context.t('refundTotal')} `, el('b', { text: yuan(refund) })),
      refund > paid
        ? el('span', { class: 'cf-hinted', text: context.t('overPaid') })
        : el('span', { class: 'cf-words', text: refund > 0n ? fill(context.t('inWords'), inWords(refund)) : '' }),
    );
  }

  // As many lines as a draft has values for.
  function restore(values) {
    for (let number = lines.length + 1; number <= context.mostLines; number += 1) {
      const filled = pattern.some((one) => values[nameOn(one.dataset.cfField, number)]);
      if (!filled) return;
      addLine();
    }
  }

  addLine();
  return { restore, refresh: showSums, reset: () => { while (lines.length > 1) removeLine(lines[lines.length - 1]); } };
}
