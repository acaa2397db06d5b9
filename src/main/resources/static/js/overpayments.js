// The list of overpayments: choose many, also all that the filter finds, and do the same step in all of them.

import { el } from '/forms/shared/dom.js';
import { get, post } from '/forms/shared/server.js';

const bulk = document.querySelector('#bulk');
/** As many as the server takes: whoever gets the cases is told once for each of these. */
const AT_ONCE = 500;

function fill(text, ...values) {
  return text.replace(/\{(\d)}/g, (all, place) => values[place]);
}

if (bulk && bulk.querySelector('.bulk')) {
  const boxes = [...bulk.querySelectorAll('input[name=case]')];
  const page = bulk.querySelector('#page');
  const all = bulk.querySelector('#all');
  const chosen = bulk.querySelector('.chosen');
  const working = bulk.querySelector('.working');
  const elsewhere = bulk.querySelector('.results');
  const refusals = bulk.querySelector('.refusals');

  function count() {
    const some = boxes.filter((box) => box.checked).length;
    chosen.textContent = fill(bulk.dataset.chosen, all.checked ? bulk.dataset.total : some);
    page.checked = some > 0 && some === boxes.length;
    page.indeterminate = some > 0 && some < boxes.length;
  }

  async function numbers() {
    return all.checked ? get(bulk.dataset.numbers) : boxes.filter((box) => box.checked).map((box) => box.value);
  }

  function say(result) {
    const row = bulk.querySelector(`tr[data-case="${CSS.escape(result.caseNumber)}"]`);
    const text = result.done ? bulk.dataset.done : result.message;
    if (row) {
      const cell = row.querySelector('.result');
      cell.textContent = text;
      cell.className = `result ${result.done ? 'done' : 'failed'}`;
      if (result.done) row.querySelector('input').checked = false;
    } else {
      const list = elsewhere.querySelector('ul');
      const line = el('li', { class: result.done ? 'result done' : 'result failed', text: `${result.caseNumber}：${text}` });
      if (result.done) list.append(line); else list.prepend(line);
      elsewhere.hidden = false;
      elsewhere.open = elsewhere.open || !result.done;
      elsewhere.querySelector('summary').textContent = fill(bulk.dataset.elsewhere, list.children.length);
    }
  }

  async function send(form) {
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const wanted = await numbers();
    refusals.replaceChildren();
    if (wanted.length === 0) {
      refusals.append(el('p', { text: bulk.dataset.nothing }));
      return;
    }
    let done = 0;
    let failed = 0;
    elsewhere.hidden = true;
    elsewhere.open = false;
    elsewhere.querySelector('ul').replaceChildren();
    working.textContent = fill(bulk.dataset.busy, wanted.length);
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const results = await post(form.dataset.post, { caseNumbers: wanted.slice(from, from + AT_ONCE), values });
      results.forEach((result) => {
        say(result);
        if (result.done) done += 1; else failed += 1;
      });
      working.textContent = fill(bulk.dataset.working, done + failed, wanted.length, done, failed);
    }
    all.checked = false;
    count();
  }

  bulk.querySelectorAll('form[data-post]').forEach((form) => form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await send(form);
    } catch (refused) {
      if (refused.signedOut) location.reload();
      const said = (refused.refusals || []).map((one) => el('p', { text: one.message }));
      refusals.replaceChildren(...(said.length ? said : [el('p', { text: bulk.dataset.offline })]));
    }
    button.disabled = false;
  }));

  const kind = bulk.querySelector('select[name=overpaymentClass]');
  if (kind) kind.addEventListener('change', () => bulk.querySelectorAll('[data-when]').forEach((part) => {
    part.hidden = part.dataset.when !== kind.value;
    if (part.hidden) part.querySelector('input, select').value = '';
  }));
  page.addEventListener('change', () => {
    boxes.forEach((box) => { box.checked = page.checked; });
    count();
  });
  all.addEventListener('change', count);
  boxes.forEach((box) => box.addEventListener('change', count));
  count();
}
