// The way back from a page that tells of an error, where the browser knows one.

document.querySelectorAll('[data-back]').forEach((link) => {
  link.hidden = history.length < 2;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    history.back();
  });
});
