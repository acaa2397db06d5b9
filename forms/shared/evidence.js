// One question of a decision: the answer (yes, no, not known; or an amount), and where it was looked up.

import { el } from './dom.js';
import { makeField } from './fields.js';

export function makeFact(context, name, place) {
  const amount = context.spec(name).kind === 'amount';
  const answerPlace = el('div', { 'data-cf-as': amount ? 'amount' : 'tri' });
  const sourcePlace = el('div', { 'data-cf-as': 'select', class: 'cf-fact-source' });
  // every question has its own source field, but all share one list of sources
  const sources = {
    t: (key) => context.t(key === 'choose' ? 'facts.sameSource' : key),
    label: (field) => context.label(field),
    spec: () => ({ options: context.spec('factSource').options }),
  };
  place.classList.add('cf-fact');
  place.append(answerPlace, sourcePlace);
  const answer = makeField(context, name, answerPlace);
  const source = makeField(sources, place.dataset.cfAlso, sourcePlace);
  if (amount) answer.input.placeholder = context.t('facts.amount');
  context.register(name, answer);
  context.register(place.dataset.cfAlso, source);
  context.parts.push({
    refresh: () => { sourcePlace.hidden = answer.get() === '' || answer.get() === 'UNKNOWN'; },
    restore: () => {},
    reset: () => {},
  });
}
