import {clockOf} from './clocks.js';
import {keepFresh} from './refresh.js';

const DUE_DATE_FIRST = '[{"sortBy":"dueDate","sortOrder":"asc"}]';
const WORDS = {
  AT_RISK: '临期',
  DUE_TODAY: '今日到期',
  OVERDUE: '超期',
  SUSPENDED: '中止'
};

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The colour never speaks alone: the badge always carries the word of its state. */
function badge(clock) {
  const word = WORDS[clock.state] || '';
  const text = clock.label.includes(word) ? clock.label : `${word} ${clock.label}`;
  const made = element('span', 'chunfeng-clock', text);
  made.dataset.state = clock.state;
  return made;
}

function badges(clock) {
  const made = [];
  if (clock.label) made.push(badge(clock));
  if (clock.expedited) made.push(element('span', 'chunfeng-expedited', '加急'));
  return made;
}

/** In the bureau's time, wherever the browser is. */
const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
});

function dueText(due) {
  return `${minute.format(new Date(due)).replace('/', '-')} 到期`;
}

function deadline(clock, due) {
  const parts = badges(clock);
  if (due && clock.state !== 'SUSPENDED') parts.push(element('span', 'chunfeng-due', dueText(due)));
  return parts;
}

/** Lets the style sheet colour what surrounds the clock. */
function mark(surrounding, state) {
  if (surrounding) surrounding.dataset.clock = state;
}

function fillCard(node, clock, due) {
  mark(node.closest('li.task'), clock.state);
  const line = element('div', 'chunfeng-deadline', '');
  line.append(...deadline(clock, due));
  const whose = element('div', 'chunfeng-whose', [clock.caseNumber, clock.taxpayer].filter(Boolean).join(' '));
  node.replaceChildren(line, whose);
}

function caseLink(caseNumber) {
  const link = element('a', 'chunfeng-case', `案卷 ${caseNumber}`);
  link.href = `/cases/${encodeURIComponent(caseNumber)}`;
  link.target = '_blank';
  link.title = '在新窗口打开案卷';
  return link;
}

function fillTask(node, clock, due) {
  mark(node.closest('.task-details'), clock.state);
  node.replaceChildren(...deadline(clock, due));
  if (clock.caseNumber) node.append(caseLink(clock.caseNumber));
}

function emptyTask(node) {
  mark(node.closest('.task-details'), 'NONE');
  node.replaceChildren();
}

/** Tasklist itself would sort by the date of creation; a clerk needs the most urgent first. */
function sortByDueDate() {
  const [path, query] = location.hash.replace(/^#/, '').split('?');
  if (path !== '' && path !== '/') return;
  const search = new URLSearchParams(query);
  if (search.has('sorting')) return;
  search.set('sorting', DUE_DATE_FIRST);
  history.replaceState(history.state, '', `#/?${search}`);
}

sortByDueDate();
// heard before Tasklist hears it: this script is loaded before Tasklist starts
window.addEventListener('popstate', sortByDueDate);
// embedded forms find it as window.chunfeng; without it they still open, only barer
import('/forms/shared.js').catch(() => {});

const STARTABLE = 'process-definition/count?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';

/** Who may start nothing is not offered it. */
async function offerStartOnlyWhereAllowed() {
  const answer = await fetch(`/camunda/api/engine/engine/default/${STARTABLE}`, {headers: {Accept: 'application/json'}}).catch(() => null);
  const startable = answer && answer.ok ? (await answer.json()).count : 1;
  document.documentElement.classList.toggle('chunfeng-starts-nothing', startable === 0);
}

export default [
  {
    id: 'chunfeng-card',
    pluginPoint: 'tasklist.card',
    priority: 1000,
    render(node, {taskId}, scope) {
      clockOf(taskId, clock => fillCard(node, clock, scope.task && scope.task.due));
    }
  },
  {
    id: 'chunfeng-task',
    pluginPoint: 'tasklist.task.action',
    priority: 1000,
    render(node, data, scope) {
      node.className = 'chunfeng-task';
      scope.$watch('task.id', taskId => {
        emptyTask(node);
        // an answer may arrive when another task is open already
        const isOpen = () => scope.task && scope.task.id === taskId;
        if (taskId) clockOf(taskId, clock => isOpen() && fillTask(node, clock, scope.task.due));
      });
    }
  },
  {
    id: 'chunfeng-refresh',
    pluginPoint: 'tasklist.header',
    priority: 100,
    render(node, data, scope) {
      node.append(keepFresh(scope));
      queueMicrotask(() => node.closest('view').classList.add('chunfeng-refresh-place'));
    }
  },
  {
    id: 'chunfeng-home',
    pluginPoint: 'tasklist.navbar.action',
    priority: 1000,
    render(node) {
      const link = element('a', 'chunfeng-home', '首页');
      link.href = '/';
      node.append(link);
      offerStartOnlyWhereAllowed();
    }
  }
];
