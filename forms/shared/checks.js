// Lists to tick: the codes of a code list, the open items of a case, its periods. What is ticked is sent as codes.

import { el, fill, freshId } from './dom.js';
import { get } from './server.js';

function box(set, code, text, changed, described) {
  const input = el('input', {
    type: 'checkbox', value: code, 'aria-label': described,
    onchange: (event) => {
      if (event.target.checked) set.add(code);
      else set.delete(code);
      changed();
    },
  });
  input.checked = set.has(code);
  return el('label', { class: 'cf-paper-box' }, input, ' ', text);
}

function widget(place, set, show) {
  return {
    node: place,
    input: place,
    get: () => [...set].join(','),
    set: (value) => {
      set.clear();
      value.split(',').filter(Boolean).forEach((code) => set.add(code));
      show();
    },
    focus: () => { const first = place.querySelector('input'); if (first) first.focus(); },
  };
}

// The codes of the field's own list.
export function makeChecks(context, name, place) {
  const ticked = new Set();
  const list = el('div', { class: 'cf-ticks' });
  const id = freshId(name);
  const show = () => list.replaceChildren(...(context.spec(name).options || [])
    .map((choice) => box(ticked, choice.code, choice.text, () => context.changed())));
  place.classList.add('cf-field', 'cf-wide');
  place.setAttribute('role', 'group');
  place.setAttribute('aria-labelledby', id);
  place.append(el('div', { class: 'cf-label', id, text: context.label(name) }), list);
  show();
  context.register(name, widget(place, ticked, show));
}

// Items of the case in the given state; data-cf-also names the field of those that may be promised.
export function makeItems(context, name, place) {
  const settled = new Set();
  const promised = new Set();
  const state = place.dataset.cfItems || 'OPEN';
  const also = place.dataset.cfAlso;
  const list = el('div', { class: 'cf-papers' });
  let items = [];
  const changed = (other) => (code) => {
    other.delete(code);
    show();
    context.changed();
  };
  const row = (item) => el(
    'div',
    { class: `cf-paper${settled.has(item.code) || promised.has(item.code) ? ' cf-there' : ''}` },
    el('span', { text: item.name }),
    box(settled, item.code, context.t('items.settled'), () => changed(promised)(item.code), `${item.name} ${context.t('items.settled')}`),
    also && item.promisable
      ? box(promised, item.code, context.t('items.promised'), () => changed(settled)(item.code), `${item.name} ${context.t('items.promised')}`)
      : '',
  );
  function show() {
    list.replaceChildren(...(items.length ? items.map(row) : [el('div', { class: 'cf-empty', text: context.t('items.none') })]));
  }
  place.classList.add('cf-field', 'cf-wide');
  place.append(list);
  context.register(name, widget(place, settled, show));
  if (also) context.register(also, widget(place, promised, show));
  get(`/api/deregistrations/${context.panel.header.caseNumber}/items`).then((all) => {
    items = all.filter((item) => item.state === state);
    show();
  }).catch(() => show());
}

// 批量零申报确认表: every period of every tax, to tick what is not zero.
export function makePeriods(context, name, place) {
  const notZero = new Set();
  const list = el('div', { class: 'cf-periods' });
  const count = el('div', { class: 'cf-remark', 'aria-live': 'polite' });
  let taxes = [];
  const row = (tax) => el(
    'fieldset',
    { class: 'cf-period-tax' },
    el('legend', { text: tax.name }),
    ...tax.periods.map((period) => box(notZero, period.code, period.text, () => context.changed(), `${tax.name} ${period.text}`)),
  );
  function show() {
    const periods = taxes.reduce((sum, tax) => sum + tax.periods.length, 0);
    count.textContent = periods ? `${fill(context.t('zero.count'), periods)} · ${context.t('zero.notZero')}` : context.t('zero.none');
    list.replaceChildren(...taxes.map(row));
  }
  place.classList.add('cf-field', 'cf-wide');
  place.append(count, list);
  context.register(name, widget(place, notZero, show));
  get(`/api/deregistrations/${context.panel.header.caseNumber}/periods`).then((all) => {
    taxes = all;
    show();
  }).catch(() => show());
}
