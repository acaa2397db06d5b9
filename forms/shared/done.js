// After a start: the number of the case and its receipt, which the front desk hands over at once.

import { el, fill } from './dom.js';
import { get } from './server.js';

export async function showDone(context, requestId) {
  let opened;
  try {
    opened = await get(`/api/requests/${requestId}`);
  } catch (notFound) {
    return;
  }
  const close = () => box.remove();
  const box = el(
    'div',
    { class: 'cf-done', role: 'status' },
    el('b', { text: fill(context.t('done.title'), opened.caseNumber) }),
    opened.accepted
      ? el('a', { class: 'btn btn-primary btn-sm', href: `/cases/${opened.caseNumber}/receipt`, target: '_blank', rel: 'noopener', text: context.t('done.receipt') })
      : '',
    ...opened.papers.map((paper) => el('a', { class: 'btn btn-primary btn-sm', href: paper.address, target: '_blank', rel: 'noopener', text: paper.title })),
    el('a', { class: 'btn btn-default btn-sm', href: `/cases/${opened.caseNumber}`, target: '_blank', rel: 'noopener', text: context.t('done.case') }),
    el('button', { type: 'button', class: 'btn btn-link btn-sm', text: context.t('done.close'), onclick: close }),
  );
  document.body.append(box);
}
