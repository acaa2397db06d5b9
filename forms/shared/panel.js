// The case beside the decision.

import { atMinute, el, fileSize, fill } from './dom.js';

const AMOUNT = /^[\d,]+\.\d\d$/;

export function showPanel(context, place, panel) {
  const { header } = panel;
  const roomy = place.closest('.cf-form').clientWidth >= 1000;
  // what a form is about stands first and is never folded away
  const wanted = place.dataset.cfOpen ? context.t(place.dataset.cfOpen) : '';
  const groups = [...panel.groups].sort((one, other) => (other.title === wanted) - (one.title === wanted));
  place.classList.add('cf-panel');
  place.replaceChildren(
    title(context, header),
    el('div', { class: 'cf-clocks' }, ...panel.clocks.filter(isRunning).map((clock) => clockChip(context, clock))),
    facts([
      [context.t('panel.taxpayer'), header.taxpayerId && `${header.taxpayerName}　${header.taxpayerId}`],
      [context.t('panel.matter'), header.matterText || header.kindText],
      [context.t('panel.amount'), header.amount && `¥ ${header.amount}`],
      [context.t('panel.status'), [header.statusText, header.outcomeText].filter(Boolean).join(' · ')],
      [context.t('panel.bureau'), header.bureauName],
      [context.t(header.ofTaxpayers ? 'panel.appliedAt' : 'panel.openedAt'), atMinute(header.appliedAt)],
      [context.t('panel.acceptedAt'), header.ofTaxpayers && atMinute(header.acceptedAt)],
      [context.t('panel.related'), header.relatedCases.length && el('span', { class: 'cf-links' }, ...header.relatedCases.map(caseLink))],
    ]),
    ...groups.map((group, index) => fold(group.title, groupBody(group), roomy || index === 0 || group.title === wanted)),
    fold(`${context.t('panel.materials')}（${panel.materials.length}）`, papers(context, panel.materials), roomy),
    fold(`${context.t('panel.documents')}（${panel.documents.length}）`, documents(context, panel.documents), panel.documents.length > 0),
    fold(`${context.t('panel.timeline')}（${panel.timeline.length}）`, timeline(panel.timeline), roomy),
    panel.masked && panel.groups.length ? el('div', { class: 'cf-remark', text: context.t('panel.masked') }) : '',
  );
}

// What was stopped stands on the case page.
function isRunning(clock) {
  return clock.state !== 'MET' && clock.state !== 'MISSED';
}

function title(context, header) {
  return el(
    'div',
    { class: 'cf-panel-title' },
    el('b', { text: header.caseNumber }),
    header.expedited ? el('span', { class: 'cf-flagged', text: context.t('panel.expedited') }) : '',
    el('a', { href: `/cases/${header.caseNumber}`, target: '_blank', rel: 'noopener', text: context.t('panel.open') }),
  );
}

function caseLink(caseNumber) {
  return el('a', { href: `/cases/${caseNumber}`, target: '_blank', rel: 'noopener', text: caseNumber });
}

function clockChip(context, clock) {
  return el(
    'a',
    { class: `cf-clock cf-clock-${clock.state.toLowerCase()}`, href: `/clocks/${clock.id}`, target: '_blank', rel: 'noopener' },
    el('b', { text: clock.label }),
    el('span', { text: [...new Set([clock.stepName, clock.kindText])].join(' · ') }),
    clock.dueAt ? el('span', { class: 'cf-remark', text: fill(context.t('panel.due'), atMinute(clock.dueAt)) }) : '',
    clock.provisional ? el('span', { class: 'cf-remark', text: context.t('panel.provisional') }) : '',
  );
}

function facts(pairs) {
  return el(
    'dl',
    { class: 'cf-facts' },
    ...pairs.filter(([, value]) => value).flatMap(([label, value]) => [el('dt', { text: label }), el('dd', {}, value)]),
  );
}

function fold(heading, body, open) {
  const details = el('details', { class: 'cf-fold' }, el('summary', { text: heading }), body);
  details.open = open;
  return details;
}

function groupBody(group) {
  const body = el('div', {}, facts(group.facts.map((fact) => [fact.label, fact.value])));
  if (group.table) {
    body.append(el(
      'div',
      { class: 'cf-scroll', tabindex: '0' },
      el(
        'table',
        { class: 'cf-table' },
        el('thead', {}, el('tr', {}, ...group.table.columns.map((column) => el('th', { scope: 'col', text: column })))),
        el('tbody', {}, ...group.table.lines.map((line) => el('tr', {}, ...line.map((cell) => el('td', { text: cell, class: AMOUNT.test(cell) ? 'cf-number' : undefined }))))),
      ),
    ));
  }
  return body;
}

function none(context) {
  return el('div', { class: 'cf-empty', text: context.t('panel.none') });
}

function papers(context, materials) {
  if (!materials.length) return none(context);
  return el('ul', { class: 'cf-plain' }, ...materials.map((paper) => el(
    'li',
    {},
    el('span', { class: `cf-tag cf-state-${(paper.state || paper.demand).toLowerCase()}`, text: paper.stateText || context.t(`papers.${paper.demand}`) }),
    paper.name,
  )));
}

function documents(context, attached) {
  if (!attached.length) return none(context);
  return el('ul', { class: 'cf-plain' }, ...attached.map((file) => el(
    'li',
    {},
    el('a', { href: `/api/documents/${file.id}`, target: '_blank', rel: 'noopener', text: file.name }),
    el('span', { class: 'cf-remark', text: ` ${fileSize(file.size)} · ${file.uploadedByName}` }),
  )));
}

function timeline(happenings) {
  return el('ol', { class: 'cf-timeline' }, ...[...happenings].reverse().map((one) => el(
    'li',
    {},
    el('span', { class: 'cf-remark', text: atMinute(one.at) }),
    el('span', {}, el('b', { text: one.stepName }), ` ${one.actionText} · ${one.actorName}`),
    one.detail ? el('div', { class: 'cf-detail', text: one.detail }) : '',
  )));
}
