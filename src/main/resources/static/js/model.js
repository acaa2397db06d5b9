// The drawing of a model with the numbers of the table beneath it. The table says everything, so the drawing may fail without loss.

const place = document.getElementById('drawing');
const STEP = 1.25;
const LEGIBLE = 0.62;
const MARGIN = 20;

/** The numbers above zero as links, the same as in the table. */
function badges(row) {
  const box = Object.assign(document.createElement('div'), { className: 'badges' });
  for (const link of row.querySelectorAll('a[data-badge]')) {
    if (link.classList.contains('none')) continue;
    const badge = link.cloneNode();
    badge.className = `badge ${{ open: 'open', atRisk: 'risk', overdue: 'late' }[link.dataset.state]}`;
    badge.textContent = link.dataset.badge;
    badge.tabIndex = -1;
    box.append(badge);
  }
  const called = row.querySelector('a.called');
  if (called) {
    const way = called.cloneNode(true);
    way.className = 'badge called';
    way.tabIndex = -1;
    box.append(way);
  }
  return box;
}

function label(viewer, row) {
  const box = badges(row);
  if (box.childElementCount) viewer.get('overlays').add(row.dataset.step, { position: { top: 9, left: 4 }, scale: { min: 0.8, max: 1 }, html: box });
}

/** Wide models begin where most is overdue, else at their first step, legible; small ones fit. */
function begin(viewer) {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= LEGIBLE) return;
  const inner = canvas.viewbox().inner;
  const worst = mostOverdue();
  if (worst) {
    centre(viewer, worst);
    return;
  }
  canvas.zoom(LEGIBLE);
  const seen = canvas.viewbox();
  canvas.viewbox({ x: inner.x - MARGIN, y: inner.y, width: seen.width, height: seen.height });
}

/** The step with the most overdue cases; of a sub-process and the task in it that holds them up, the task. */
function mostOverdue() {
  const rows = [...document.querySelectorAll('tr[data-step]')].map((row) => ({ step: row.dataset.step, n: Number(row.querySelector('[data-state=overdue]')?.textContent || 0) }));
  const most = Math.max(...rows.map((row) => row.n));
  return most > 0 ? rows.filter((row) => row.n === most).pop().step : '';
}

/** Within the model as far as it reaches. */
const within = (start, length, from, size) => Math.max(from - MARGIN, Math.min(start, from + size + MARGIN - length));

/** Shows a step in the middle, legible. */
function centre(viewer, step) {
  const canvas = viewer.get('canvas');
  const shape = viewer.get('elementRegistry').get(step);
  canvas.zoom(Math.max(canvas.zoom(), LEGIBLE), { x: 0, y: 0 });
  const seen = canvas.viewbox();
  const x = within(shape.x + shape.width / 2 - seen.width / 2, seen.width, seen.inner.x, seen.inner.width);
  const y = within(shape.y + shape.height / 2 - seen.height / 2, seen.height, seen.inner.y, seen.inner.height);
  canvas.viewbox({ x, y, width: seen.width, height: seen.height });
}

function show(viewer, step) {
  centre(viewer, step);
  document.querySelectorAll('.djs-element.shown').forEach((one) => one.classList.remove('shown'));
  viewer.get('canvas').addMarker(step, 'shown');
  place.scrollIntoView({ block: 'nearest' });
}

/** What an A4 page in landscape has room for beside the title. */
const PAPER = { width: '1000px', height: '460px' };

const KEYS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

function steer(viewer) {
  const canvas = viewer.get('canvas');
  const zooms = { in: () => canvas.zoom(canvas.zoom() * STEP), out: () => canvas.zoom(canvas.zoom() / STEP), fit: () => canvas.zoom('fit-viewport', 'auto') };
  document.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', zooms[button.dataset.zoom]));
  document.querySelectorAll('[data-show]').forEach((button) => button.addEventListener('click', () => show(viewer, button.closest('tr').dataset.step)));
  place.addEventListener('keydown', (event) => {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    canvas.scroll({ dx: way[0], dy: way[1] });
  });
  addEventListener('beforeprint', () => {
    Object.assign(place.style, PAPER);
    canvas.resized();
    zooms.fit();
  });
  addEventListener('afterprint', () => {
    Object.assign(place.style, { width: '', height: '' });
    canvas.resized();
    zooms.fit();
  });
}

try {
  const answer = await fetch(place.dataset.model);
  if (!answer.ok) throw new Error(String(answer.status));
  const viewer = new BpmnJS({ container: place, canvas: { deferUpdate: false } });
  await viewer.importXML(await answer.text());
  // the wheel goes on to scroll the page
  viewer.get('zoomScroll').toggle(false);
  begin(viewer);
  document.querySelectorAll('tr[data-step]').forEach((row) => label(viewer, row));
  steer(viewer);
  place.dataset.ready = 'true';
} catch (failed) {
  place.replaceChildren(Object.assign(document.createElement('p'), { className: 'remark', textContent: place.dataset.failed }));
}
