/* What staff typed is kept in the window until it is saved: an expired session, a locked database or a key pressed by
   mistake takes nothing away. The draft lies in the window's own store and goes with the window. */
'use strict';
(() => {
  const KEPT = 'draft:';
  const SENT = 'sent:';
  const NOT_KEPT = /^(csrfmiddlewaretoken|choice|_save.*|_continue|_addanother|action|initial-.*)$/;
  const words = {
    found: 'لم يُحفظ ما كتبته هنا في المرة الماضية.',
    restore: 'أعِد ما كتبته',
    drop: 'أهمِله',
    restored: 'أُعيد ما كتبته ولم يُحفظ بعد؛ راجعه ثم احفظه.',
  };
  let key = '';

  function fieldsOf(form) {
    return [...form.elements].filter(
      (field) => field.name && field.type !== 'file' && field.type !== 'password' && !NOT_KEPT.test(field.name),
    );
  }

  function valueOf(field) {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked;
    return field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value;
  }

  /* Boxes of one name are told apart by their values. */
  function nameOf(field) {
    return field.type === 'checkbox' || field.type === 'radio' ? `${field.name}=${field.value}` : field.name;
  }

  function read(form) {
    return Object.fromEntries(fieldsOf(form).map((field) => [nameOf(field), valueOf(field)]));
  }

  function put(field, value) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = value;
    } else if (field.tagName === 'SELECT') {
      const wanted = [].concat(value);
      /* What was chosen from a list that is fetched on demand is no option of the page: it is named by its key. */
      for (const one of wanted) {
        if (one && ![...field.options].some((option) => option.value === one)) field.add(new Option(one, one));
      }
      for (const option of field.options) option.selected = wanted.includes(option.value);
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /* Rows that were added to the form in the browser are added again before they are filled. */
  function addRows(form, draft) {
    for (const [name, total] of Object.entries(draft)) {
      if (!name.endsWith('-TOTAL_FORMS')) continue;
      const more = document.querySelector(`#${CSS.escape(name.slice(0, -'-TOTAL_FORMS'.length))}-group .add-row a`);
      const count = () => Number(form.elements[name]?.value ?? total);
      for (let tries = 0; more && count() < Number(total) && tries < 100; tries += 1) more.click();
    }
  }

  function restore(form, draft) {
    addRows(form, draft);
    for (const field of fieldsOf(form)) {
      const name = nameOf(field);
      if (name in draft && JSON.stringify(valueOf(field)) !== JSON.stringify(draft[name])) put(field, draft[name]);
    }
  }

  function say(form, sentence, keys) {
    const box = document.createElement('div');
    box.className = 'draft-kept';
    box.setAttribute('role', 'status');
    box.append(sentence);
    for (const [label, act] of keys) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = label;
      button.addEventListener('click', () => {
        box.remove();
        act();
      });
      box.append(' ', button);
    }
    form.before(box);
  }

  /* A page with the mark of success tells that what was sent is saved; one with errors shows it all again. */
  function settleSent() {
    const sent = sessionStorage.getItem(SENT);
    if (sent === null) return;
    sessionStorage.removeItem(SENT);
    if (document.querySelector('.messagelist .success') || (sent === key && document.querySelector('.errornote'))) {
      sessionStorage.removeItem(sent);
    }
  }

  function offer(form) {
    const kept = sessionStorage.getItem(key);
    if (kept === null) return;
    const draft = JSON.parse(kept);
    if (JSON.stringify(draft) === JSON.stringify(read(form))) {
      sessionStorage.removeItem(key);
      return;
    }
    say(form, words.found, [
      [
        words.restore,
        () => {
          restore(form, draft);
          say(form, words.restored, []);
        },
      ],
      [words.drop, () => sessionStorage.removeItem(key)],
    ]);
  }

  function watch(form) {
    let before = JSON.stringify(read(form));
    let leaving = false;
    const isTyped = () => JSON.stringify(read(form)) !== before;
    const keep = () => {
      if (isTyped()) sessionStorage.setItem(key, JSON.stringify(read(form)));
    };
    form.addEventListener('input', keep);
    form.addEventListener('change', keep);
    form.addEventListener('submit', () => {
      keep();
      leaving = true;
      if (isTyped()) sessionStorage.setItem(SENT, key);
    });
    addEventListener('beforeunload', (event) => {
      if (leaving || !isTyped()) return;
      event.preventDefault();
      event.returnValue = '';
    });
    /* What the page's own scripts fill when it opens is nothing that staff typed. */
    addEventListener('load', () => {
      if (!sessionStorage.getItem(key)) before = JSON.stringify(read(form));
    });
  }

  document.addEventListener('DOMContentLoaded', () => {
    /* Nobody is offered what another typed in the same window before him. */
    const who = document.querySelector('#user-tools strong')?.textContent ?? '';
    key = `${KEPT}${who}:${location.pathname}`;
    settleSent();
    const form = document.querySelector('#content-main > form[method="post"][id$="_form"]');
    if (!form || document.querySelector('#changelist-form')) return;
    offer(form);
    watch(form);
  });
})();
