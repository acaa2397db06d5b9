// The pages of lists: upload a file as it is, watch an import, pause it and go on.

import { el } from '/forms/shared/dom.js';
import { get, post, sendFile } from '/forms/shared/server.js';

const upload = document.querySelector('#upload');
const progress = document.querySelector('#progress');
const EVERY = 700;

function fill(text, ...values) {
  return text.replace(/\{(\d)}/g, (all, place) => values[place]);
}

if (upload) {
  const form = upload.querySelector('form');
  const sending = upload.querySelector('.sending');
  const refusals = upload.querySelector('.refusals');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const file = form.elements.list.files[0];
    const button = form.querySelector('button');
    refusals.replaceChildren();
    sending.textContent = fill(upload.dataset.busy, file.name);
    button.disabled = true;
    try {
      const answer = await sendFile(`/api/imports?name=${encodeURIComponent(file.name)}`, file);
      location.href = `/imports/${answer.importId}`;
    } catch (refused) {
      if (refused.signedOut) location.reload();
      const said = (refused.refusals || []).map((one) => el('p', { text: one.message }));
      refusals.replaceChildren(...(said.length ? said : [el('p', { text: upload.dataset.offline })]));
      sending.textContent = '';
      button.disabled = false;
    }
  });
}

function show(one) {
  const percent = one.rowsTotal ? Math.floor(100 * one.rowsDone / one.rowsTotal) : 100;
  const bar = progress.querySelector('.bar');
  bar.setAttribute('aria-valuenow', percent);
  bar.firstElementChild.style.width = `${percent}%`;
  progress.querySelector('.done').textContent = one.rowsDone;
  document.querySelectorAll('[data-count]').forEach((count) => { count.textContent = one[count.dataset.count]; });
  const rate = one.workedMs ? Math.floor(one.rowsDone * 1000 / one.workedMs) : 0;
  const left = rate ? Math.ceil((one.rowsTotal - one.rowsDone) / rate) : null;
  progress.querySelector('.speed').textContent = [
    rate ? fill(progress.dataset.rate, rate) : progress.dataset.waiting,
    left === null ? '' : left < 90 ? fill(progress.dataset.left, left) : fill(progress.dataset.leftMinutes, Math.ceil(left / 60)),
  ].filter(Boolean).join(' · ');
}

async function watch() {
  try {
    const one = await get(`/api/imports/${progress.dataset.import}`);
    if (one.state !== progress.dataset.state) {
      location.reload();
      return;
    }
    show(one);
  } catch (refused) {
    if (refused.signedOut) {
      location.reload();
      return;
    }
  }
  setTimeout(watch, EVERY);
}

if (progress) {
  progress.querySelectorAll('[data-do]').forEach((button) => button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await post(`/api/imports/${progress.dataset.import}/${button.dataset.do}`, {});
    } finally {
      location.reload();
    }
  }));
  if (progress.dataset.state === 'RUNNING') watch();
}
