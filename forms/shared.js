// The one script of all forms. A form is plain HTML whose elements carry data-cf-…; this fills it with labels, widgets,
// the case, the server's judgement and a draft. Tasklist hands over the engine's form object (camForm) by the snippet at
// the end of every form.

import { makeAttachments } from './shared/attachments.js';
import { makeChecks, makeItems, makePeriods } from './shared/checks.js';
import { holds } from './shared/conditions.js';
import { showDone } from './shared/done.js';
import { Draft } from './shared/draft.js';
import { el } from './shared/dom.js';
import { makeFact } from './shared/evidence.js';
import { makeField } from './shared/fields.js';
import { makeLines } from './shared/lines.js';
import { Notes } from './shared/notes.js';
import { showPanel } from './shared/panel.js';
import { makePaperChoice, makePapers } from './shared/papers.js';
import { get, post } from './shared/server.js';
import { makeTrack } from './shared/track.js';
import { randomId } from './shared/values.js';

const PREVENTED = 'camForm submission prevented'; // how Tasklist knows that it need not complain itself
const PAUSE = 500;

// Widgets that register their fields themselves.
const PARTS = { fact: makeFact, checks: makeChecks, items: makeItems, periods: makePeriods };

class Form {
  constructor(camForm) {
    this.camForm = camForm;
    this.root = camForm.formElement[0];
    this.process = this.root.dataset.cfProcess;
    this.step = this.root.dataset.cfStep;
    this.taskId = camForm.taskId || null;
    this.user = ((camForm.options || {}).urlParams || {}).userId || '';
    this.widgets = new Map();
    this.parts = [];
    this.attachments = [];
    this.touched = new Set();
    this.revealed = new Set();
    this.attempted = false;
    this.typed = false;
    this.asked = 0;
    this.learned = {};
    this.ready = false;
  }

  // What the parts need of the form.
  t(key) { return this.texts[key] ?? key; }

  spec(name) { return this.specs.get(name) || { label: name, kind: 'text' }; }

  label(name) { return this.spec(name).label; }

  register(name, widget) {
    this.widgets.set(name, widget);
    const touch = () => {
      this.touched.add(name);
      this.changed();
    };
    widget.input.addEventListener('input', () => {
      this.typed = true;
      this.changed();
    });
    widget.input.addEventListener('change', () => {
      this.typed = true;
      touch();
    });
    widget.input.addEventListener('focusout', touch);
  }

  unregister(name) { this.widgets.delete(name); }

  async start() {
    this.listen();
    loadStyle();
    this.root.classList.add('cf-form');
    const dialog = this.root.closest('.modal-dialog');
    if (dialog) dialog.classList.add('cf-dialog');
    const waiting = el('div', { class: 'cf-loading' });
    this.root.prepend(waiting);
    try {
      await this.load();
    } catch (failed) {
      waiting.replaceChildren(el('div', { class: 'cf-banner cf-refused', role: 'alert', text: this.root.dataset.cfTrouble || String(failed) }));
      return;
    }
    waiting.remove();
    this.build();
    this.fill();
    this.ready = true;
    this.changed();
    const first = this.root.querySelector('.cf-field :is(input, select, textarea)');
    if (first && !this.taskId) first.focus();
  }

  async load() {
    const [form, panel] = await Promise.all([
      get(`/api/forms/${this.process}/${this.step}`),
      this.taskId ? get(`/api/tasks/${this.taskId}/case`).catch(() => null) : null,
    ]);
    this.texts = form.texts;
    this.today = form.today;
    this.mostLines = form.mostLines;
    this.specs = new Map(form.fields.map((field) => [field.name, { ...field, options: form.options[field.name] }]));
    this.panel = panel;
    this.draft = new Draft(this.user, `${this.process}/${this.step}:${this.taskId || 'start'}`);
  }

  build() {
    this.notes = new Notes(this);
    this.root.prepend(this.notes.summary);
    this.root.querySelectorAll('[data-cf-section]').forEach((section) => {
      section.classList.add('cf-section');
      section.prepend(el('h4', { text: this.t(`section.${section.dataset.cfSection}`) }));
    });
    this.root.querySelectorAll('[data-cf-lines]').forEach((place) => this.parts.push(makeLines(this, place)));
    this.root.querySelectorAll('[data-cf-field]').forEach((place) => {
      if (!place.closest('.cf-line')) this.makeWidget(place);
    });
    this.root.querySelectorAll('[data-cf-track]').forEach((place) => this.parts.push(makeTrack(this, place)));
    const place = this.root.querySelector('[data-cf-panel]');
    if (place && this.panel) showPanel(this, place, this.panel);
    else if (place) place.append(el('div', { class: 'cf-banner', text: this.t('panel.loadFailed') }));
    if (place) this.waitForClaim(place);
  }

  // Tasklist marks the form of a task that is not one's own; whoever takes the task sees its personal numbers.
  waitForClaim(place) {
    const gate = this.root.closest('.disabled-form');
    if (!gate) return;
    this.notes.tellToClaim();
    const watch = new MutationObserver(async () => {
      if (gate.classList.contains('disabled-form')) return;
      watch.disconnect();
      this.notes.forgetClaim();
      this.panel = await get(`/api/tasks/${this.taskId}/case`).catch(() => this.panel);
      if (this.panel) showPanel(this, place, this.panel);
    });
    watch.observe(gate, { attributeFilter: ['class'] });
  }

  makeWidget(place) {
    const name = place.dataset.cfField;
    const as = place.dataset.cfAs;
    if (as === 'documents') this.attachments.push(makeAttachments(this, name, place));
    else if (as === 'papers') this.papers = makePapers(this, name, place);
    else if (as === 'paperChoice') this.paperChoice = makePaperChoice(this, name, place);
    else if (PARTS[as]) PARTS[as](this, name, place);
    else this.register(name, makeField(this, name, place));
  }

  // Beginnings first, then what an unsent draft has.
  fill() {
    this.root.querySelectorAll('[data-cf-initial]').forEach((place) => {
      this.widgets.get(place.dataset.cfField).set(this.initial(place.dataset.cfInitial));
    });
    if (this.panel) {
      [this.papers, this.paperChoice].filter(Boolean).forEach((part) => part.loadCase(this.panel.materials));
    }
    const draft = this.draft.load();
    if (!draft) return;
    this.parts.forEach((part) => part.restore(draft.values));
    for (const [name, widget] of this.widgets) if (name in draft.values) widget.set(draft.values[name]);
    this.attachments.forEach((part) => part.restore(draft.files || []));
    this.notes.tellOfDraft(() => this.startAgain());
  }

  initial(kind) {
    if (kind === 'today') return this.today;
    if (kind === 'random') return randomId();
    if (kind === 'amount') return ((this.panel && this.panel.header.amount) || '').replaceAll(',', '');
    return kind;
  }

  startAgain() {
    this.draft.clear();
    this.parts.forEach((part) => part.reset());
    for (const widget of this.widgets.values()) widget.set('');
    this.attachments.forEach((part) => part.restore([]));
    this.touched.clear();
    this.attempted = false;
    this.typed = false;
    this.fill();
    this.changed();
  }

  // Every value, and those that are shown: only these are sent.
  allValues() {
    return Object.fromEntries([...this.widgets].map(([name, widget]) => [name, widget.get()]));
  }

  values() {
    return Object.fromEntries([...this.widgets]
      .filter(([, widget]) => !widget.node.closest('[hidden]'))
      .map(([name, widget]) => [name, widget.get()])
      .filter(([, value]) => value !== ''));
  }

  changed() {
    if (!this.ready) return;
    this.showWhatApplies();
    this.parts.forEach((part) => part.refresh());
    this.loadChecklist();
    if (this.typed) this.draft.save({ values: this.allValues(), files: this.attachments.flatMap((part) => part.files()) });
    clearTimeout(this.timer);
    this.asked += 1; // an answer that is still on its way is about other values
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  showWhatApplies() {
    const values = { ...this.allValues(), ...this.learned };
    if (this.panel) values['case.taxpayerName'] = this.panel.header.taxpayerName;
    this.root.querySelectorAll('[data-cf-when]').forEach((place) => {
      place.hidden = !holds(place.dataset.cfWhen, values) && !this.holdsRevealed(place);
    });
  }

  // What a part found out, by names with a dot: parts of the form may apply by it.
  learn(facts) {
    for (const [name, fact] of Object.entries(facts)) this.learned[name] = String(fact);
    this.showWhatApplies();
  }

  // What the server refused is shown, whether or not the form thinks that it applies.
  holdsRevealed(place) {
    return this.revealed.has(place.dataset.cfField)
      || [...place.querySelectorAll('[data-cf-field]')].some((inner) => this.revealed.has(inner.dataset.cfField));
  }

  // At a start the checklist follows the matter and the taxpayer.
  async loadChecklist() {
    if (!this.papers || this.panel) return;
    const { matter, taxpayerId } = this.allValues();
    const wanted = matter ? `matter=${matter}&taxpayerId=${encodeURIComponent(taxpayerId || '')}` : '';
    if (wanted === this.checklist) return;
    this.checklist = wanted;
    const papers = wanted ? await get(`/api/materials?kind=${this.root.dataset.cfKind}&${wanted}`).catch(() => []) : [];
    if (wanted === this.checklist) this.papers.load(papers);
  }

  async check() {
    this.asked += 1;
    const question = this.asked;
    try {
      const answer = await post(`/api/checks/${this.process}/${this.step}`, { taskId: this.taskId, values: this.values() });
      if (question === this.asked) this.judge(answer.refusals, answer.hints);
    } catch (failed) {
      if (failed.signedOut) this.signedOut();
    }
  }

  judge(refusals, hints) {
    if (this.attempted) refusals.forEach((refusal) => this.revealed.add(refusal.field));
    this.showWhatApplies();
    const shown = this.attempted ? refusals : refusals.filter((refusal) => this.touched.has(refusal.field));
    this.notes.show(shown, hints, this.attempted);
  }

  signedOut() { this.notes.banner(this.t('sessionOver'), { href: '/login', text: this.t('login') }); }

  // Tasklist's events.
  listen() {
    this.camForm.on('submit', () => this.hand());
    this.camForm.on('submit-failed', (...passed) => this.failed(passed.flat().find((one) => one instanceof Error)));
    this.camForm.on('submit-success', () => this.sent());
    this.camForm.on('store', () => { this.camForm.storePrevented = true; });
  }

  hand() {
    if (!this.ready || this.attachments.some((part) => part.busy())) {
      this.camForm.submitPrevented = true;
      if (this.ready) this.notes.banner(this.t('upload.wait'));
      return;
    }
    const manager = this.camForm.variableManager;
    manager.variableNames().forEach((name) => manager.destroyVariable(name));
    for (const [name, value] of Object.entries(this.values())) manager.createVariable({ name, type: 'String', value });
  }

  // Tasklist itself would show all sentences in one heap, so it is told that nothing was sent.
  failed(failure) {
    const body = failure && failure.response && failure.response.body;
    if (!body || body.type !== 'Refused') return;
    failure.message = PREVENTED;
    clearTimeout(this.timer);
    this.attempted = true;
    this.asked += 1;
    this.judge(body.refusals, []);
    this.notes.focus();
  }

  sent() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.ready = false;
    this.draft.clear();
    if (!this.taskId && this.widgets.has('requestId')) showDone(this, this.widgets.get('requestId').get());
  }
}

function loadStyle() {
  if (document.querySelector('link[data-cf-style]')) return;
  document.head.append(el('link', { rel: 'stylesheet', href: '/forms/shared.css', 'data-cf-style': true }));
}

export function form(camForm) {
  return new Form(camForm).start();
}

window.chunfeng = { ...window.chunfeng, form };
