// Pages of the calendar: print, fields that belong to a unit, and the progress of a recomputation.

document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));

document.querySelectorAll('[data-calculator]').forEach((form) => {
  const showFields = () => form.querySelectorAll('[data-for]').forEach((label) => {
    label.hidden = !label.dataset.for.split(' ').includes(form.elements.unit.value);
    label.querySelector('input').disabled = label.hidden;
    label.querySelector('input').required = !label.hidden;
  });
  form.elements.unit.addEventListener('change', showFields);
  showFields();
});

document.querySelectorAll('[data-progress][data-finished=false]').forEach((card) => {
  const bar = card.querySelector('progress');
  const said = card.querySelector('[role=status]');
  const ask = async () => {
    const answer = await fetch(card.dataset.progress, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer && answer.ok) {
      const now = await answer.json();
      bar.value = now.percent;
      said.textContent = said.dataset.text.replace('{0}', now.report.examined).replace('{1}', now.waiting);
      card.querySelectorAll('[data-figure]').forEach((figure) => { figure.textContent = now.report[figure.dataset.figure]; });
      if (now.finished) {
        window.location.reload();
        return;
      }
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
});
