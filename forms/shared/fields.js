// The widgets of single fields. Each has: node, get() → text, set(text), focus(), input (what describes itself by notes).

import { el, fill, freshId } from './dom.js';
import { isoDate, plainAmount, taxpayerId } from './values.js';

const KINDS = {
  text: textField,
  uscc: textField,
  amount: textField,
  date: dateField,
  textarea: areaField,
  select: selectField,
  choice: choiceField,
  yesno: choiceField,
  tri: choiceField,
  flag: flagField,
  hidden: hiddenField,
};

export function makeField(context, name, place) {
  const spec = context.spec(name);
  const as = place.dataset.cfAs || kindOf(spec);
  const widget = KINDS[as](context, name, { as, label: context.label(name), place });
  widget.as = as;
  return widget;
}

function kindOf(spec) {
  if (spec.options) return 'select';
  return { amount: 'amount', date: 'date', flag: 'flag' }[spec.kind] || 'text';
}

function labelled(context, id, { label, place }, control, extra) {
  const mark = 'cfRequired' in place.dataset
    ? el('span', { class: 'cf-required', text: context.t('required') })
    : null;
  place.classList.add('cf-field');
  place.append(el('label', { for: id, class: 'cf-label' }, label, mark), control, extra || '');
  return place;
}

function textField(context, name, options) {
  const id = freshId(name);
  const amount = options.as === 'amount';
  const input = el('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: options.as === 'uscc' ? 20 : 300,
    inputmode: amount ? 'decimal' : undefined,
    class: `form-control cf-input${amount ? ' cf-amount' : ''}${options.as === 'uscc' ? ' cf-code' : ''}`,
  });
  const remark = options.as === 'uscc' ? usccRemark(context, input) : null;
  if (amount) input.addEventListener('change', () => { input.value = plainAmount(input.value); });
  return {
    node: labelled(context, id, options, input, remark),
    input,
    get: () => (amount ? plainAmount(input.value) : input.value.trim()),
    set: (value) => {
      input.value = value;
      input.dispatchEvent(new Event('cf-set'));
    },
    focus: () => input.focus(),
  };
}

// The check digit, told at once while the number is being typed.
function usccRemark(context, input) {
  const remark = el('div', { class: 'cf-remark', 'aria-live': 'polite' });
  const show = () => {
    const verdict = taxpayerId(input.value);
    const early = verdict === 'badShape' && input.value.trim().length < 18 && document.activeElement === input;
    remark.className = `cf-remark ${verdict === 'ok' ? 'cf-ok' : 'cf-hinted'}`;
    remark.textContent = verdict && !early ? context.t(`uscc.${verdict}`) : '';
  };
  input.addEventListener('input', show);
  input.addEventListener('cf-set', show);
  input.addEventListener('blur', () => {
    input.value = input.value.trim().toUpperCase();
    show();
  });
  return remark;
}

// Typed as 20260901, 2026-9-1 or 2026.9.1, or picked; the browser's own date field follows the browser's language only.
function dateField(context, name, options) {
  const id = freshId(name);
  const input = el('input', {
    id, type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: 10, placeholder: context.t('datePattern'), class: 'form-control cf-input cf-date',
  });
  const picker = el('input', { type: 'date', tabindex: '-1', 'aria-hidden': 'true', class: 'cf-picker' });
  const button = el('button', {
    type: 'button', tabindex: '-1', class: 'cf-pick', title: context.t('pickDate'), 'aria-label': `${options.label} ${context.t('pickDate')}`,
    onclick: () => {
      picker.value = isoDate(input.value);
      picker.showPicker();
    },
  });
  input.addEventListener('change', () => { input.value = isoDate(input.value) || input.value; });
  picker.addEventListener('change', () => {
    input.value = picker.value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  return {
    node: labelled(context, id, options, el('div', { class: 'cf-date-box' }, input, picker, button)),
    input,
    get: () => isoDate(input.value) || input.value.trim(),
    set: (value) => { input.value = value; },
    focus: () => input.focus(),
  };
}

const LONGEST_TEXT = 2000;

function areaField(context, name, options) {
  const id = freshId(name);
  const input = el('textarea', { id, rows: 2, maxlength: LONGEST_TEXT, class: 'form-control cf-input' });
  const count = el('div', { class: 'cf-remark cf-count' });
  const show = () => {
    input.style.height = 'auto';
    if (input.scrollHeight) input.style.height = `${Math.min(input.scrollHeight + 2, 240)}px`;
    count.textContent = input.value.length > LONGEST_TEXT * 0.8
      ? fill(context.t('count'), input.value.length, LONGEST_TEXT)
      : '';
  };
  input.addEventListener('input', show);
  return {
    node: labelled(context, id, options, input, count),
    input,
    get: () => input.value.trim(),
    set: (value) => {
      input.value = value;
      show();
    },
    focus: () => input.focus(),
  };
}

function selectField(context, name, options) {
  const id = freshId(name);
  const choices = context.spec(name).options || [];
  const input = el(
    'select',
    { id, class: 'form-control cf-input' },
    el('option', { value: '', text: context.t('choose') }),
    ...choices.map((choice) => el('option', { value: choice.code, text: choice.text })),
  );
  return {
    node: labelled(context, id, options, input),
    input,
    get: () => input.value,
    set: (value) => { input.value = value; },
    focus: () => input.focus(),
  };
}

function fixedChoices(context, as) {
  if (as === 'yesno') return [{ code: 'true', text: context.t('yes') }, { code: 'false', text: context.t('no') }];
  if (as === 'tri') return [{ code: 'TRUE', text: context.t('yes') }, { code: 'FALSE', text: context.t('no') }, { code: 'UNKNOWN', text: context.t('unknown') }];
  return null;
}

function choiceField(context, name, { as, label, place }) {
  const group = freshId(name);
  const choices = fixedChoices(context, as) || context.spec(name).options || [];
  const radios = choices.map((choice) => el('input', {
    type: 'radio', name: group, id: `${group}-${choice.code}`, value: choice.code, class: 'cf-radio',
  }));
  const mark = 'cfRequired' in place.dataset
    ? el('span', { class: 'cf-required', text: context.t('required') })
    : null;
  const box = el(
    'div',
    { class: 'cf-choices', role: 'radiogroup', 'aria-labelledby': `${group}-label` },
    ...choices.flatMap((choice, index) => [
      radios[index],
      el('label', { for: radios[index].id, class: 'cf-choice', text: choice.text }),
    ]),
  );
  place.classList.add('cf-field');
  place.append(el('div', { class: 'cf-label', id: `${group}-label` }, label, mark), box);
  return {
    node: place,
    input: box,
    get: () => radios.filter((radio) => radio.checked).map((radio) => radio.value)[0] || '',
    set: (value) => radios.forEach((radio) => { radio.checked = radio.value === value; }),
    focus: () => (radios.find((radio) => radio.checked) || radios[0]).focus(),
  };
}

function flagField(context, name, { label, place }) {
  const id = freshId(name);
  const input = el('input', { id, type: 'checkbox', class: 'cf-checkbox' });
  place.classList.add('cf-field', 'cf-flag');
  place.append(el('label', { for: id }, input, ' ', label));
  return {
    node: place,
    input,
    get: () => (input.checked ? 'true' : ''),
    set: (value) => { input.checked = value === 'true'; },
    focus: () => input.focus(),
  };
}

function hiddenField(context, name, { place }) {
  let kept = '';
  place.hidden = false;
  place.classList.add('cf-invisible');
  return {
    node: place,
    input: place,
    get: () => kept,
    set: (value) => { kept = value; },
    focus: () => {},
  };
}
