/* The parts of a long form: which one is open is said to screen readers, and a saved form opens at the same part. */
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('.divided')?.closest('form');
  if (!form) return;
  const ways = [...form.querySelectorAll('.parts a[href^="#"]')];
  const tell = () => {
    const open = ways.find((way) => way.getAttribute('href') === location.hash) ?? form.querySelector('.parts a.first');
    for (const way of ways) {
      if (way === open) way.setAttribute('aria-current', 'true');
      else way.removeAttribute('aria-current');
    }
    /* A browser carries the anchor over to the page that it is sent on to. */
    form.action = `${location.pathname}${location.search}${open.hash}`;
  };
  addEventListener('hashchange', tell);
  tell();
});
