// Case pages: print, and ask for withdrawal, suspension or expediting without leaving the page.

import { el } from '/forms/shared/dom.js';
import { post } from '/forms/shared/server.js';

const INTERFACES = { REFUND: 'refunds', DEREGISTRATION: 'deregistrations', OPS_TICKET: 'tickets' };

document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));

document.querySelectorAll('form[data-ask]').forEach((form) => form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const place = form.closest('[data-case]');
  const refusals = form.querySelector('.refusals');
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const asked = form.dataset.ask;
    const path = asked === 'suspension' ? 'cases' : INTERFACES[place.dataset.kind];
    await post(`/api/${path}/${place.dataset.case}/${asked}`, Object.fromEntries(new FormData(form)));
    location.reload();
  } catch (refused) {
    if (refused.signedOut) location.reload();
    const said = (refused.refusals || []).map((one) => el('p', { text: one.message }));
    refusals.replaceChildren(...(said.length ? said : [el('p', { text: place.dataset.offline })]));
    button.disabled = false;
  }
}));
