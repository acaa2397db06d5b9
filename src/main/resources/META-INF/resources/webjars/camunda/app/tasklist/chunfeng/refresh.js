const STALE_AFTER = 60000;

/**
 * A button that reads the list of tasks anew; it also happens when somebody comes back to a list left alone for a minute.
 * Cheaper than a refreshing filter, which counts all tasks every ten seconds in every open browser.
 */
export function keepFresh(scope) {
  let readAt = Date.now();

  function refresh() {
    readAt = Date.now();
    scope.tasklistData.changed('taskList');
    scope.$applyAsync();
  }

  function refreshIfStale() {
    if (document.visibilityState === 'visible' && Date.now() - readAt > STALE_AFTER) refresh();
  }

  document.addEventListener('visibilitychange', refreshIfStale);
  scope.$on('$destroy', () => document.removeEventListener('visibilitychange', refreshIfStale));

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chunfeng-refresh btn-link';
  button.title = '刷新任务列表';
  button.textContent = '刷新';
  button.addEventListener('click', refresh);
  return button;
}
