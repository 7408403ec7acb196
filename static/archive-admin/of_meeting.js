/* A new recommendation whose meeting is chosen: its next number and the items of its agenda come with the page. What was
   typed already is left alone; the server looks after it. */
'use strict';
addEventListener('load', () => {
  const form = document.querySelector('#recommendation_form');
  const meeting = form?.elements.meeting;
  if (!meeting || meeting.type === 'hidden' || !location.pathname.endsWith('/add/')) return;
  const texts = [...form.querySelectorAll('textarea')];
  django.jQuery(meeting).on('change', () => {
    if (!meeting.value || texts.some((text) => text.value.trim())) return;
    const address = new URL(location.href);
    if (address.searchParams.get('meeting') === meeting.value) return;
    address.searchParams.set('meeting', meeting.value);
    /* Nothing is lost that is worth a question. */
    form.dispatchEvent(new Event('submit'));
    location.assign(address);
  });
});
