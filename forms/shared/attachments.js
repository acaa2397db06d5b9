// Attachments: uploaded at once, sent as ids with the form.

import { el, fileSize, fill, freshId } from './dom.js';
import { removeUpload, upload } from './server.js';

const BIGGEST = 10 * 1024 * 1024;
const MOST = 20;
const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx';

export function makeAttachments(context, name, place) {
  const id = freshId(name);
  let kept = [];
  let busy = 0;
  const picker = el('input', {
    id, type: 'file', multiple: true, accept: ACCEPTED, class: 'cf-file',
    onchange: (event) => {
      take([...event.target.files]);
      event.target.value = '';
    },
  });
  const list = el('ul', { class: 'cf-files' });
  const trouble = el('div', { class: 'cf-remark cf-refused', role: 'alert' });
  const zone = el(
    'div',
    { class: 'cf-drop' },
    picker,
    el('label', { for: id, class: 'btn btn-default btn-sm', text: context.t('upload.choose') }),
    el('span', { class: 'cf-remark', text: context.t('upload.drop') }),
  );
  place.classList.add('cf-field', 'cf-wide');
  place.append(zone, list, trouble);

  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('cf-over-drop');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('cf-over-drop'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('cf-over-drop');
    take([...event.dataTransfer.files]);
  });

  function complain(text) {
    trouble.append(el('div', { text }));
  }

  function take(files) {
    trouble.replaceChildren();
    for (const file of files) {
      if (kept.length + busy >= MOST) complain(fill(context.t('upload.most'), MOST));
      else if (file.size > BIGGEST) complain(fill(context.t('upload.tooBig'), file.name));
      else send(file);
    }
  }

  async function send(file) {
    busy += 1;
    const waiting = el('li', { class: 'cf-busy', text: fill(context.t('upload.busy'), file.name) });
    list.append(waiting);
    try {
      const stored = await upload(file);
      kept.push({ id: stored.id, name: stored.name, size: stored.size });
      context.typed = true;
    } catch (refused) {
      if (refused.signedOut) context.signedOut();
      else if (refused.refusals && refused.refusals.length) refused.refusals.forEach((one) => complain(one.message));
      else complain(fill(context.t('upload.failed'), file.name));
    }
    busy -= 1;
    waiting.remove();
    show();
    context.changed();
  }

  async function remove(file) {
    kept = kept.filter((one) => one !== file);
    show();
    context.changed();
    picker.focus();
    try {
      await removeUpload(file.id);
    } catch (gone) {
      // The upload stays unsent on the server and is forgotten there after a week.
    }
  }

  function show() {
    list.querySelectorAll('li:not(.cf-busy)').forEach((item) => item.remove());
    list.prepend(...kept.map((file) => el(
      'li',
      {},
      el('a', { href: `/api/documents/${file.id}`, target: '_blank', rel: 'noopener', text: file.name }),
      el('span', { class: 'cf-remark', text: fileSize(file.size) }),
      el('button', {
        type: 'button', class: 'cf-remove', text: '✕',
        title: fill(context.t('upload.remove'), file.name),
        'aria-label': fill(context.t('upload.remove'), file.name),
        onclick: () => remove(file),
      }),
    )));
  }

  context.register(name, {
    node: place,
    input: zone,
    get: () => kept.map((file) => file.id).join(','),
    set: () => {},
    focus: () => picker.focus(),
  });
  return {
    busy: () => busy > 0,
    files: () => kept,
    restore: (files) => {
      kept = files;
      show();
    },
  };
}
