// Talks to /api. A refusal comes back as an error that carries what was refused.

export class ServerError extends Error {
  constructor(status, refusals) {
    super(`HTTP ${status}`);
    this.status = status;
    this.refusals = refusals;
  }

  // Not signed in any more, or the sign-in page came instead of an answer.
  get signedOut() {
    return this.status === 401;
  }
}

function csrfHeaders() {
  const token = /(?:^|; )CHUNFENG-XSRF=([^;]+)/.exec(document.cookie);
  return token ? { 'X-CHUNFENG-XSRF': decodeURIComponent(token[1]) } : {};
}

async function send(path, options) {
  let answer;
  try {
    answer = await fetch(path, { credentials: 'same-origin', ...options });
  } catch (unreachable) {
    throw new ServerError(0, []);
  }
  const json = (answer.headers.get('content-type') || '').includes('json');
  if (answer.redirected && !json) throw new ServerError(401, []);
  const body = json ? await answer.json() : null;
  if (!answer.ok) throw new ServerError(answer.status, (body && body.refusals) || []);
  return body;
}

export function get(path) {
  return send(path, { headers: { Accept: 'application/json' } });
}

export function post(path, body) {
  return send(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...csrfHeaders() },
    body: JSON.stringify(body),
  });
}

export function upload(file) {
  const body = new FormData();
  body.append('file', file);
  return send('/api/documents', { method: 'POST', headers: { Accept: 'application/json', ...csrfHeaders() }, body });
}

export function removeUpload(id) {
  return send(`/api/documents/${id}`, { method: 'DELETE', headers: csrfHeaders() });
}

// Sends a file as it is, so that a large one is held in memory nowhere.
export function sendFile(path, file) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream', ...csrfHeaders() };
  return send(path, { method: 'POST', headers, body: file });
}
