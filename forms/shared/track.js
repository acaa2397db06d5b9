// How a deregistration would be handled, told by the server's tables while the form is being filled in.

import { el, fill } from './dom.js';
import { post } from './server.js';

const PAUSE = 400;

export function makeTrack(context, place) {
  let asked = 0;
  let timer;
  let last = '';
  place.classList.add('cf-track');
  place.setAttribute('aria-live', 'polite');
  place.replaceChildren(el('div', { class: 'cf-empty', text: context.t('track.waiting') }));

  async function ask(values) {
    asked += 1;
    const question = asked;
    try {
      const answer = await post('/api/deregistrations/track', values);
      if (question !== asked) return;
      place.replaceChildren(...told(context, answer, values));
      context.learn({ 'track.qualified': answer.qualified, 'track.papersMissing': answer.qualified && answer.missingPapers.length > 0 });
    } catch (failed) {
      if (failed.signedOut) context.signedOut();
    }
  }

  function refresh() {
    const values = context.values();
    const now = JSON.stringify(values);
    if (now === last || !values.deregistrationReason) return;
    last = now;
    clearTimeout(timer);
    timer = setTimeout(() => ask(values), PAUSE);
  }

  return { refresh, restore: () => {}, reset: () => {} };
}

function isAtOnce(answer) {
  return answer.track === 'INSTANT' || answer.track === 'ON_COMMITMENT';
}

function told(context, answer, values) {
  return [
    el('div', { class: `cf-track-answer cf-track-${isAtOnce(answer) ? 'instant' : 'general'}` }, el('b', { text: answer.trackText }), ` ${answer.groundText}`),
    ...reasons(context, answer),
    el('div', { class: 'cf-remark' }, fill(context.t('track.version'), answer.tableVersion), ' ', el('button', {
      type: 'button', class: 'cf-link', text: context.t('track.print'), onclick: () => print(context, answer, values),
    })),
  ];
}

function reasons(context, answer) {
  return [
    answer.afterZeroDeclarations ? el('div', { class: 'cf-hinted', text: context.t('track.afterZero') }) : '',
    answer.failing.length ? el('div', { class: 'cf-label', text: context.t('track.failing') }) : '',
    el('ul', { class: 'cf-plain' }, ...answer.failing.map((one) => el(
      'li',
      {},
      el('span', { class: 'cf-tag', text: one.code }),
      ` ${one.sentence}`,
      el('span', { class: 'cf-remark', text: ` ${one.remedy}` }),
    ))),
    answer.missingPapers.length ? el('div', { class: 'cf-hinted', text: fill(context.t('track.papers'), answer.missingPapers.join('、')) }) : '',
    answer.qualified && !isAtOnce(answer) ? el('div', { class: 'cf-hinted', text: context.t(answer.missingPapers.length ? 'track.mayPromise' : 'track.putOff') }) : '',
  ].filter((part) => part !== '');
}

// A paper for the taxpayer, in a window of its own.
function print(context, answer, values) {
  const paper = window.open('', '_blank');
  if (!paper) return;
  const { head, body } = paper.document;
  paper.document.title = context.t('track.paperTitle');
  head.append(el('link', { rel: 'stylesheet', href: `${window.location.origin}/css/paper.css` }));
  body.append(el(
    'main',
    { class: 'paper' },
    el('h1', { text: context.t('track.paperTitle') }),
    el('p', { text: [values.taxpayerName, values.taxpayerId].filter(Boolean).join('　') }),
    el('p', {}, el('b', { text: answer.trackText }), `（${answer.groundText}）`),
    ...reasons(context, answer),
    el('p', { class: 'indent', text: context.t('track.paperRemark') }),
    el('p', { text: `${fill(context.t('track.version'), answer.tableVersion)}　${context.today}` }),
  ));
  paper.setTimeout(() => paper.print(), PAUSE);
}
