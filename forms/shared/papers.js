// The checklist of papers: what was brought, what is on file, what may not be asked for.

import { el, fill } from './dom.js';

// Two fields in one list: codes that were brought, and (data-cf-also) codes that are on file unchanged.
export function makePapers(context, name, place) {
  const list = el('div', { class: 'cf-papers' });
  const verdict = el('div', { class: 'cf-remark', 'aria-live': 'polite' });
  const all = el('button', { type: 'button', class: 'btn btn-default btn-xs', text: context.t('papers.all'), onclick: () => tickAll() });
  const withOnFile = Boolean(place.dataset.cfAlso);
  let papers = [];
  let present = new Set();
  let onFile = new Set();
  place.classList.add('cf-field', 'cf-wide');
  place.append(list, el('div', { class: 'cf-papers-foot' }, all, verdict));

  function tick(set, code, on, other) {
    if (on) {
      set.add(code);
      if (other) other.delete(code);
    } else set.delete(code);
    show();
    context.changed();
  }

  function tickAll() {
    papers.filter(asked).filter((paper) => !onFile.has(paper.code)).forEach((paper) => present.add(paper.code));
    show();
    context.changed();
  }

  function asked(paper) {
    return paper.demand === 'REQUIRED' && paper.state !== 'WAIVED';
  }

  function box(paper, set, other, text, described) {
    const input = el('input', {
      type: 'checkbox', value: paper.code, 'aria-label': described,
      onchange: (event) => tick(set, paper.code, event.target.checked, other),
    });
    input.checked = set.has(paper.code);
    return el('label', { class: 'cf-paper-box' }, input, ' ', text);
  }

  function row(paper) {
    if (!asked(paper)) {
      const why = paper.state === 'WAIVED' ? paper.stateText : context.t('papers.EXEMPT');
      return el('div', { class: 'cf-paper cf-exempt' }, el('span', { text: paper.name }), el('span', { class: 'cf-tag', text: why }));
    }
    return el(
      'div',
      { class: `cf-paper${present.has(paper.code) || onFile.has(paper.code) ? ' cf-there' : ''}` },
      box(paper, present, onFile, paper.name, paper.name),
      paper.onFile && withOnFile
        ? box(paper, onFile, present, context.t('papers.onFile'), `${paper.name} ${context.t('papers.onFile')}`)
        : el('span', { class: 'cf-tag', text: context.t('papers.REQUIRED') }),
    );
  }

  function show() {
    const focused = document.activeElement && document.activeElement.value;
    list.replaceChildren(...(papers.length ? papers.map(row) : [el('div', { class: 'cf-empty', text: context.t('papers.matterFirst') })]));
    const again = focused && list.querySelector(`input[value="${CSS.escape(focused)}"]`);
    if (again) again.focus();
    const missing = papers.filter(asked).filter((paper) => !present.has(paper.code) && !onFile.has(paper.code));
    all.hidden = missing.length < 2;
    verdict.className = `cf-remark ${missing.length ? 'cf-hinted' : 'cf-ok'}`;
    verdict.textContent = papers.length === 0 ? ''
      : missing.length === 0 ? context.t('papers.complete')
        : fill(context.t('papers.missing'), missing.length, missing.map((paper) => paper.name).join('、'));
  }

  // A new checklist keeps the ticks of papers that are on it as well.
  function load(next) {
    papers = next;
    const codes = new Set(papers.filter(asked).map((paper) => paper.code));
    present = new Set([...present].filter((code) => codes.has(code)));
    const filed = new Set(papers.filter((paper) => paper.onFile).map((paper) => paper.code));
    onFile = new Set([...onFile].filter((code) => filed.has(code)));
    show();
  }

  // The papers of a case, with what it has already.
  function loadCase(ofCase) {
    ofCase.filter((paper) => paper.state === 'PRESENT').forEach((paper) => present.add(paper.code));
    ofCase.filter((paper) => paper.state === 'ON_FILE').forEach((paper) => (withOnFile ? onFile : present).add(paper.code));
    load(ofCase);
  }

  function half(get, set) {
    return {
      node: place,
      input: list,
      get: () => [...get()].join(','),
      set: (codes) => {
        set(new Set(codes.split(',').filter(Boolean)));
        show();
      },
      focus: () => (list.querySelector('input') || place).focus(),
    };
  }

  context.register(name, half(() => present, (next) => { present = next; }));
  if (withOnFile) context.register(place.dataset.cfAlso, half(() => onFile, (next) => { onFile = next; }));
  show();
  return { load, loadCase };
}

// A plain choice among the papers that may be asked for.
export function makePaperChoice(context, name, place) {
  const list = el('div', { class: 'cf-papers' });
  let chosen = new Set();
  let papers = [];
  place.classList.add('cf-field', 'cf-wide');
  place.append(el('div', { class: 'cf-label', text: context.label(name) }), list);

  function show() {
    list.replaceChildren(...papers.map((paper) => {
      const input = el('input', {
        type: 'checkbox', value: paper.code,
        onchange: (event) => {
          if (event.target.checked) chosen.add(paper.code);
          else chosen.delete(paper.code);
          context.changed();
        },
      });
      input.checked = chosen.has(paper.code);
      return el('div', { class: 'cf-paper' }, el('label', { class: 'cf-paper-box' }, input, ' ', paper.name));
    }));
  }

  context.register(name, {
    node: place,
    input: list,
    get: () => [...chosen].join(','),
    set: (codes) => {
      chosen = new Set(codes.split(',').filter(Boolean));
      show();
    },
    focus: () => (list.querySelector('input') || place).focus(),
  });
  return {
    load: () => {},
    loadCase: (ofCase) => {
      papers = ofCase.filter((paper) => paper.demand === 'REQUIRED' && paper.state !== 'ON_FILE');
      show();
    },
  };
}
