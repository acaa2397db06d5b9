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
    el('b', { text: fill(context.t(title(opened)), opened.caseNumber) }),
    ...opened.papers.filter((paper) => paper.number).map((paper) => el('span', { class: 'cf-done-number', text: paper.number })),
    ...offers(context, opened).map(([text, address], index) => el('a', {
      class: `btn btn-sm ${index === 0 ? 'btn-primary' : 'btn-default'}`, href: address, target: '_blank', rel: 'noopener', text,
    })),
    el('button', { type: 'button', class: 'btn btn-link btn-sm', text: context.t('done.close'), onclick: close }),
  );
  document.body.append(box);
}

// A document with a number is there already.
function isIssued(opened) {
  return opened.papers.some((paper) => paper.number);
}

function title(opened) {
  if (opened.closed) return 'done.closed';
  if (isIssued(opened)) return 'done.promised';
  return opened.accepted ? 'done.title' : 'done.received';
}

// What the taxpayer takes home stands first: the document of a case that is done, else the receipt.
function offers(context, opened) {
  const receipt = opened.accepted ? [[context.t('done.receipt'), `/cases/${opened.caseNumber}/receipt`]] : [];
  const papers = opened.papers.map((paper) => [paper.title, paper.address]);
  const first = isIssued(opened) ? [...papers, ...receipt] : [...receipt, ...papers];
  return [...first, [context.t('done.case'), `/cases/${opened.caseNumber}`]];
}
