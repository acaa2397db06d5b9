// What the server refuses and remarks: under the fields, and summed up on top.

import { el, fill, freshId } from './dom.js';

export class Notes {
  constructor(form) {
    this.form = form;
    this.summary = el('div', { class: 'cf-summary' });
    this.bannerPlace = el('div', { role: 'status' });
    this.refusalPlace = el('div', { role: 'alert', tabindex: '-1' });
    this.claimPlace = el('div', { role: 'status' });
    this.summary.append(this.claimPlace, this.bannerPlace, this.refusalPlace);
  }

  show(refusals, hints, withSummary) {
    for (const [name, widget] of this.form.widgets) {
      this.under(widget, refusals.filter((one) => one.field === name), hints.filter((one) => one.field === name));
    }
    const elsewhere = refusals.filter((one) => !this.form.widgets.has(one.field));
    this.sumUp(withSummary ? refusals : elsewhere);
  }

  // One notes element per widget; it describes the input to readers of screens.
  under(widget, refusals, hints) {
    if (!widget.note) {
      if (!refusals.length && !hints.length) return;
      widget.note = el('div', { class: 'cf-notes', id: freshId('note') });
      widget.node.append(widget.note);
    }
    widget.note.replaceChildren(
      ...refusals.map((one) => this.note('cf-refused', '✕', this.form.t('error'), one)),
      ...hints.map((one) => this.note('cf-hinted', '!', this.form.t('hint'), one)),
    );
    widget.node.classList.toggle('cf-has-refusal', refusals.length > 0);
    if (refusals.length) widget.input.setAttribute('aria-invalid', 'true');
    else widget.input.removeAttribute('aria-invalid');
    if (widget.note.childElementCount) widget.input.setAttribute('aria-describedby', widget.note.id);
    else widget.input.removeAttribute('aria-describedby');
  }

  note(kind, icon, word, one) {
    const bare = one.message.startsWith(`${one.label}：`) ? one.message.slice(one.label.length + 1) : one.message;
    return el(
      'div',
      { class: `cf-note ${kind}` },
      el('span', { class: 'cf-icon', 'aria-hidden': 'true', text: icon }),
      el('b', { text: `${word}：` }),
      bare,
    );
  }

  sumUp(refusals) {
    if (!refusals.length) {
      this.refusalPlace.replaceChildren();
      return;
    }
    this.refusalPlace.replaceChildren(el(
      'div',
      { class: 'cf-banner cf-refused' },
      el('b', {}, el('span', { class: 'cf-icon', 'aria-hidden': 'true', text: '✕' }), fill(this.form.t('refused'), refusals.length)),
      el('ul', {}, ...refusals.map((one) => this.line(one))),
    ));
  }

  line(one) {
    const widget = this.form.widgets.get(one.field);
    if (!widget) return el('li', { text: one.message });
    return el('li', {}, el('button', {
      type: 'button', class: 'cf-link', text: one.message,
      onclick: () => {
        widget.node.scrollIntoView({ block: 'center' });
        widget.focus();
      },
    }));
  }

  banner(text, link) {
    this.bannerPlace.replaceChildren(el(
      'div',
      { class: 'cf-banner' },
      text,
      link ? el('a', { href: link.href, target: '_blank', rel: 'noopener', text: link.text }) : '',
    ));
    this.summary.scrollIntoView({ block: 'start' });
  }

  tellToClaim() {
    this.claimPlace.replaceChildren(el('div', { class: 'cf-banner cf-draft', text: this.form.t('claimFirst') }));
  }

  forgetClaim() {
    this.claimPlace.replaceChildren();
  }

  tellOfDraft(startAgain) {
    const note = el(
      'div',
      { class: 'cf-banner cf-draft' },
      this.form.t('draftRestored'),
      el('button', {
        type: 'button', class: 'cf-link', text: this.form.t('draftDiscard'),
        onclick: () => {
          note.remove();
          startAgain();
        },
      }),
    );
    this.bannerPlace.replaceChildren(note);
  }

  focus() {
    this.summary.scrollIntoView({ block: 'start' });
    this.refusalPlace.focus();
  }
}
