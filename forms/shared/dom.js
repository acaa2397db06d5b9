// Small helpers to make elements; texts are always set as text, never as markup.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'text') node.textContent = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

let lastId = 0;

export function freshId(name) {
  lastId += 1;
  return `cf-${name}-${lastId}`;
}

// {0}, {1} … as in messages/
export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (all, index) => (values[index] === undefined ? all : values[index]));
}

const zone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' };
const minute = new Intl.DateTimeFormat('zh-CN', {
  ...zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

// 2026-11-24 18:00 in the bureau's zone
export function atMinute(instant) {
  return instant ? minute.format(new Date(instant)).replaceAll('/', '-') : '';
}

export function fileSize(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
