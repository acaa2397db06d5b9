// The drawing of a model with the numbers of the table beneath it. The table says everything, so the drawing may fail without loss.

const place = document.getElementById('drawing');
const STEP = 1.25;
const LEGIBLE = 0.62;

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
  if (box.childElementCount) viewer.get('overlays').add(row.dataset.step, { position: { top: -13, left: 4 }, scale: { min: 0.8, max: 1 }, html: box });
}

/** Wide models begin at their first step, legible; small ones fit. */
function begin(canvas) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= LEGIBLE) return;
  const inner = canvas.viewbox().inner;
  canvas.zoom(LEGIBLE);
  const seen = canvas.viewbox();
  canvas.viewbox({ x: inner.x - 20, y: Math.max(inner.y - 20, inner.y), width: seen.width, height: seen.height });
}

function show(viewer, step) {
  const canvas = viewer.get('canvas');
  const shape = viewer.get('elementRegistry').get(step);
  const zoom = Math.max(canvas.zoom(), LEGIBLE);
  canvas.zoom(zoom, { x: 0, y: 0 });
  const seen = canvas.viewbox();
  canvas.viewbox({ x: shape.x + shape.width / 2 - seen.width / 2, y: shape.y + shape.height / 2 - seen.height / 2, width: seen.width, height: seen.height });
  document.querySelectorAll('.djs-element.shown').forEach((one) => one.classList.remove('shown'));
  canvas.addMarker(step, 'shown');
  place.scrollIntoView({ block: 'nearest' });
}

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
  addEventListener('beforeprint', zooms.fit);
}

try {
  const answer = await fetch(place.dataset.model);
  if (!answer.ok) throw new Error(String(answer.status));
  const viewer = new BpmnJS({ container: place, canvas: { deferUpdate: false } });
  await viewer.importXML(await answer.text());
  // the wheel goes on to scroll the page
  viewer.get('zoomScroll').toggle(false);
  begin(viewer.get('canvas'));
  document.querySelectorAll('tr[data-step]').forEach((row) => label(viewer, row));
  steer(viewer);
  place.dataset.ready = 'true';
} catch (failed) {
  place.replaceChildren(Object.assign(document.createElement('p'), { className: 'remark', textContent: place.dataset.failed }));
}
