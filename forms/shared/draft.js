// What was typed, kept in this tab until the form was sent: never in localStorage, because counters share computers.

const PREFIX = 'chunfeng-draft:';

export class Draft {
  constructor(user, form) {
    this.key = `${PREFIX}${user}:${form}`;
    forgetOthers(`${PREFIX}${user}:`);
  }

  load() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key));
    } catch (unreadable) {
      return null;
    }
  }

  save(content) {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(content));
    } catch (full) {
      // A draft is a convenience; the form works without it.
    }
  }

  clear() {
    sessionStorage.removeItem(this.key);
  }
}

// Somebody else signed in on this tab: drafts of the one before go.
function forgetOthers(own) {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX) && !key.startsWith(own))
    .forEach((key) => sessionStorage.removeItem(key));
}
