// The charts of the overview. Everything they show stands in the tables below them, so they may fail without loss.

const place = document.querySelector('[data-charts]');
const words = place.dataset;
const BLUE = '#1f4e79';
const SOFT = '#9db8d1';
const RED = '#b3261e';
const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color: 'rgba(255,255,255,.55)' };
// echarts measures what it writes, so it must know the family by name
const FONT = getComputedStyle(document.body).fontFamily;
const GRID = { left: 48, right: 16, top: 28, bottom: 40 };

const open = (chart, addressOf) => chart.on('click', (event) => {
  const address = addressOf(event);
  if (address) location.assign(address);
});

function draw(id, points, option, addressOf) {
  const box = document.getElementById(id);
  if (!points.length) {
    box.replaceChildren(Object.assign(document.createElement('p'), { className: 'empty', textContent: words.nothing }));
    return;
  }
  const chart = echarts.init(box, null, { renderer: 'svg' });
  chart.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option });
  open(chart, addressOf);
  addEventListener('resize', () => chart.resize());
}

function months(points) {
  draw('chartMonths', points.filter((one) => one.rate != null), {
    grid: GRID,
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: points.map((one) => one.label.slice(2)) },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    series: [{ type: 'line', name: words.rate, data: points.map((one) => one.rate), symbol: 'circle', symbolSize: 8, color: BLUE,
      label: { show: true, fontSize: 11, textBorderColor: '#fff', textBorderWidth: 3, formatter: (one) => (one.value == null ? '' : `${one.value}%`) } }],
  }, (event) => points[event.dataIndex].address);
}

function heat(map) {
  draw('chartHeat', map.cells, {
    grid: { left: 150, right: 10, top: 8, bottom: 66 },
    tooltip: { formatter: (one) => `${map.bureaus[one.value[1]]} · ${map.steps[one.value[0]]}<br>${words.rate} ${one.value[2]}% · ${words.finished} ${map.cells[one.dataIndex].finished}` },
    xAxis: { type: 'category', data: map.steps, axisLabel: { interval: 0, rotate: 28, fontSize: 11 } },
    yAxis: { type: 'category', data: map.bureaus, inverse: true, axisLabel: { fontSize: 11, width: 140, overflow: 'break' } },
    visualMap: { show: false, min: 50, max: 100, inRange: { color: ['#08306b', '#6baed6', '#eaf3fb'] } },
    series: [{ type: 'heatmap', data: map.cells.map((one) => ({ value: [one.step, one.bureau, one.rate], label: { color: one.rate < 68 ? '#fff' : '#1b2733' } })),
      label: { show: true, fontSize: 11, formatter: (one) => `${Math.round(one.value[2])}` }, itemStyle: { borderColor: '#fff', borderWidth: 1 } }],
  }, (event) => map.cells[event.dataIndex].address);
}

function spread(points) {
  const stacked = { type: 'bar', stack: 'all', barMaxWidth: 34 };
  draw('chartSpread', points, {
    grid: GRID,
    tooltip: { trigger: 'axis' },
    legend: { right: 0, top: 0, itemHeight: 10 },
    xAxis: { type: 'category', data: points.map((one) => one.label), name: words.days, nameLocation: 'middle', nameGap: 22 },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { ...stacked, name: words.onTime, color: SOFT, data: points.map((one) => one.count - one.late) },
      { ...stacked, name: words.late, itemStyle: { color: RED, decal: HATCH }, data: points.map((one) => one.late) },
    ],
  }, (event) => points[event.dataIndex].address);
}

function ages(points) {
  draw('chartAges', points.filter((one) => one.count), {
    grid: GRID,
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: points.map((one) => one.label), name: words.days, nameLocation: 'middle', nameGap: 22 },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{ type: 'bar', name: words.overdue, color: RED, barMaxWidth: 44, data: points.map((one) => one.count), label: { show: true, position: 'top' } }],
  }, (event) => points[event.dataIndex].address);
}

try {
  const charts = JSON.parse(words.charts);
  months(charts.months);
  heat(charts.heat);
  spread(charts.spread);
  ages(charts.ages);
} catch (failed) {
  place.replaceChildren(Object.assign(document.createElement('p'), { className: 'remark', textContent: words.failed }));
}
