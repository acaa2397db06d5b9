// Case pages: print, and ask for withdrawal or expediting without leaving the page.

import { el } from '/forms/shared/dom.js';
import { post } from '/forms/shared/server.js';

document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));

document.querySelectorAll('form[data-ask]').forEach((form) => form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const place = form.closest('[data-case]');
  const refusals = form.querySelector('.refusals');
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await post(`/api/refunds/${place.dataset.case}/${form.dataset.ask}`, Object.fromEntries(new FormData(form)));
    location.reload();
  } catch (refused) {
    if (refused.signedOut) location.reload();
    const said = (refused.refusals || []).map((one) => el('p', { text: one.message }));
    refusals.replaceChildren(...(said.length ? said : [el('p', { text: place.dataset.offline })]));
    button.disabled = false;
  }
}));
