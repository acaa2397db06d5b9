const STORE = 'camunda-web';

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) || {};
  } catch {
    return {};
  }
}

async function store(prefix, locale) {
  const answer = await fetch(`${prefix}${locale}.json`);
  if (!answer.ok) return;
  const texts = await answer.json();
  localStorage.setItem(STORE, JSON.stringify({
    ...stored(),
    [`${prefix}_locales_data_${locale}_${window.bust}`]: JSON.stringify(texts)
  }));
}

/**
 * Puts the texts where the web application looks first. Else it draws its first page before they have come, shows keys
 * instead of words there, and a text that was changed appears at the second visit only.
 */
export async function textsFirst(app, {availableLocales, fallbackLocale}) {
  const prefix = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
  const preferred = (navigator.languages[0] || navigator.language).split('-')[0];
  const locale = availableLocales.includes(preferred) ? preferred : fallbackLocale;
  // without them it loads them itself, later
  await store(prefix, locale).catch(() => {});
}
