/* The service worker, served at /sw.js with OWN set above it. Network first: what the network answers is shown, and
   kept for the hour without one. It keeps public pages alone: their addresses end with a slash, they are HTML, and
   the server does not call them private. */
"use strict";

// Raised when what is kept changes its form.
const VERSION = 1;
const PAGES = `archive-pages-${VERSION}`;
const FILES = `archive-files-${VERSION}`;
const MOST_PAGES = 200;
const MOST_FILES = 40;
const NEVER = /^\/(?:admin|api|static)\//;
const HASHED = /^\/static\/.*\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepShell());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname.startsWith("/static/")) event.respondWith(file(event));
  else if (isPage(request, address)) event.respondWith(page(event));
});

function isPage(request, address) {
  const asksForPage = request.mode === "navigate" || request.headers.has("HX-Request");
  return asksForPage && isPublic(address);
}

function isPublic({ pathname }) {
  return pathname.endsWith("/") && !NEVER.test(pathname);
}

/* The list of meetings and the page for times without network are there from the start, and so is what is being
   read while the worker comes. Without credentials: whoever asks is nobody. */
async function keepShell() {
  const [pages, files] = await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  const windows = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const read = windows.map(({ url }) => withoutHash(url)).filter((url) => isPublic(new URL(url)));
  const held = [...OWN.pages, ...read].map(async (address) => {
    const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
    if (mayKeep(answer)) await pages.put(address, answer);
  });
  await Promise.all([files.addAll(OWN.files), ...held]);
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("archive-") && name !== PAGES && name !== FILES);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page(event) {
  const { request } = event;
  let answer;
  try {
    answer = (await event.preloadResponse) || (await fetch(request));
  } catch {
    return (await saved(request)) || offline(request);
  }
  event.waitUntil(forget().catch(() => { /* the next page asks again */ }));
  if (mayKeep(answer)) event.waitUntil(keep(request.url, answer.clone()));
  else if (answer.status === 404 || answer.status === 410) event.waitUntil(drop(request.url));
  return answer;
}

function mayKeep(answer) {
  const control = answer.headers.get("Cache-Control") || "";
  const kind = answer.headers.get("Content-Type") || "";
  return answer.status === 200 && answer.type === "basic" && !answer.redirected && kind.startsWith("text/html")
    && !/no-store|private/.test(control);
}

/* Taken out first: the order of a cache is the order of coming, and the oldest leave. */
async function keep(address, answer) {
  const cache = await caches.open(PAGES);
  const key = withoutHash(address);
  await cache.delete(key, { ignoreVary: true });
  await cache.put(key, answer);
  const others = (await cache.keys()).filter(({ url }) => !OWN.pages.includes(new URL(url).pathname));
  await Promise.all(others.slice(0, -MOST_PAGES).map((old) => cache.delete(old, { ignoreVary: true })));
}

/* What is withdrawn in one language is withdrawn in both. */
async function drop(address) {
  const cache = await caches.open(PAGES);
  const gone = new URL(withoutHash(address));
  const bare = gone.pathname.replace(/^\/en\//, "/");
  for (const path of [bare, `/en${bare}`]) {
    gone.pathname = path;
    await cache.delete(gone.href, { ignoreVary: true });
  }
}

/* What was kept before a text was last withdrawn or taken back is asked for again, pages that only quote it too: what
   still stands is kept anew, all else is gone, and the page that is open says so. Asked at most once a minute. */
const A_MINUTE = 60000;
let asked = 0;
async function forget() {
  if (Date.now() - asked < A_MINUTE) return;
  asked = Date.now();
  const answer = await fetch(OWN.forgotten, { credentials: "omit", cache: "no-store" });
  if (!answer.ok) return;
  const { before } = await answer.json();
  const cache = await caches.open(PAGES);
  const gone = [];
  for (const request of before ? await cache.keys() : []) {
    const copy = await cache.match(request, { ignoreVary: true });
    if (!copy || Date.parse(copy.headers.get("Date")) / 1000 > before) continue;
    await cache.delete(request, { ignoreVary: true });
    const now = await fetch(request.url, { credentials: "omit", cache: "reload" });
    if (mayKeep(now)) await cache.put(request.url, now);
    else if (now.status === 404 || now.status === 410) gone.push(await titleOf(copy, request.url));
  }
  if (!gone.length) return;
  const windows = await self.clients.matchAll({ type: "window" });
  for (const client of windows) client.postMessage({ forgotten: [...new Set(gone)] });
}

function withoutHash(address) {
  return address.split("#")[0];
}

async function find(address) {
  return (await caches.open(PAGES)).match(withoutHash(address), { ignoreVary: true });
}

/* A kept copy says that it is one: the root of the page is marked, and the style sheet shows the sentence. */
async function saved(request) {
  const copy = await find(request.url);
  return copy && rewritten(copy, (text) => text.replace("<html ", "<html data-saved "));
}

async function offline(request) {
  const isEnglish = new URL(request.url).pathname.startsWith("/en/");
  const copy = await find(new URL(isEnglish ? OWN.offline.en : OWN.offline.ar, location.origin).href);
  if (!copy) return Response.error();
  const items = await readable(isEnglish);
  return rewritten(copy, (text) => text.replace("<!-- readable -->", items.join("")));
}

async function rewritten(answer, change) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(change(await answer.text()), { status: answer.status, headers });
}

async function titleOf(copy, address) {
  const text = await copy.text();
  return /<title>([^<]*)<\/title>/.exec(text)?.[1].replace(/ · [^·]*$/, "") || new URL(address).pathname;
}

/* The kept pages of one language as list items, the newest first; their titles are HTML already. */
async function readable(isEnglish) {
  const cache = await caches.open(PAGES);
  const items = [];
  const lists = new Set();
  for (const request of (await cache.keys()).reverse()) {
    const { pathname, search } = new URL(request.url);
    const isOffline = Object.values(OWN.offline).includes(pathname);
    if (isOffline || pathname.startsWith("/en/") !== isEnglish) continue;
    const title = await titleOf(await cache.match(request, { ignoreVary: true }), request.url);
    // Each change of a list has an address of its own: the newest stands for those of before.
    if (pathname.endsWith("/list/") && lists.size === lists.add(pathname + title).size) continue;
    const href = (pathname + search).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    items.push(`<li><a href="${href}">${title}</a></li>`);
  }
  return items;
}

/* A file whose name holds its digest never changes; any other is asked for each time. */
async function file(event) {
  const { request } = event;
  const cache = await caches.open(FILES);
  const held = () => cache.match(request.url, { ignoreVary: true });
  const isFixed = HASHED.test(new URL(request.url).pathname);
  const copy = isFixed && (await held());
  if (copy) return copy;
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    return (await held()) || Response.error();
  }
  if (answer.status === 200 && answer.type === "basic") event.waitUntil(keepFile(cache, request.url, answer.clone()));
  return answer;
}

async function keepFile(cache, address, answer) {
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, answer);
  const names = await cache.keys();
  await Promise.all(names.slice(0, -MOST_FILES).map((old) => cache.delete(old, { ignoreVary: true })));
}
