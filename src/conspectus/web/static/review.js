// A review: acts are sent without leaving the page, and what came of them is shown at once.
const told = document.getElementById("told");
const opened = new WeakMap();
let busy = false, stale = false;

const made = () => document.getElementById("made");
const acts = () => document.getElementById("acts");
const editor = () => document.querySelector("form[data-form]");
const content = (form) => new URLSearchParams(new FormData(form)).toString();
const dirty = (form) => form && opened.get(form) !== content(form);

function note() {
  const form = editor();
  if (form && !opened.has(form)) opened.set(form, content(form));
}

async function ask(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.getElementById("made")) return page;
  stale = true;
  const away = /\/sign-in\/$/.test(new URL(answer.url).pathname);
  throw new Error(away
    ? "Your session has ended. Sign in again in another tab, then send this once more."
    : page.querySelector("[role=alert], .lead")?.textContent || "That was not done. Try again.");
}

// A form keeps what was written in it when the session or its token was renewed meanwhile.
async function refresh() {
  const page = await ask(acts().action);
  const token = page.querySelector("meta[name=csrf]").content;
  document.querySelector("meta[name=csrf]").content = token;
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = token;
  stale = false;
}

async function send(form, verb) {
  if (busy) return;
  busy = true;
  made().setAttribute("aria-busy", "true");
  const other = editor() !== form ? editor() : null;
  try {
    if (stale) await refresh();
    const body = new URLSearchParams(new FormData(form));
    body.set("do", verb);
    const page = await ask(form.action, { method: "POST", body });
    const kept = written(form);
    show(page, other && (await again(other, page)));
    restore(kept);
    say(verb);
  } catch (error) {
    fail(error instanceof TypeError
      ? "The service cannot be reached. Nothing was done, and your words are still here: try again."
      : error.message);
  } finally {
    busy = false;
    made().removeAttribute("aria-busy");
  }
}

// Another form that is open stays open over an act, with all that was written in it.
async function again(form, page) {
  const verb = form.querySelector("button[name=do]").value;
  const place = { save: "edit", add: "add", correct: "fact" }[verb.split(":")[0]];
  const query = new URLSearchParams({ [place]: verb.slice(verb.indexOf(":") + 1) });
  const after = form.elements.after?.value;
  if (after) query.set("after", after);
  const fresh = await ask(`${acts().action}?${query}`);
  const target = fresh.querySelector("form[data-form]");
  if (!target) return null;
  for (const field of form.elements) {
    const mine = field.name && !["csrf", "seen"].includes(field.name) && !field.closest("[data-rests]");
    const theirs = mine && target.elements[field.name];
    if (!theirs || field.tagName === "BUTTON") continue;
    if (field.type === "checkbox") theirs.checked = field.checked;
    else if (field.type === "radio") theirs.value = form.elements[field.name].value;
    else theirs.value = field.value;
  }
  const list = target.querySelector("[data-rests] ul");
  list?.replaceChildren(...form.querySelectorAll("[data-rests] li"));
  const notice = page.getElementById("notice");
  if (notice && !fresh.getElementById("notice")) fresh.getElementById("last").before(notice);
  return { page: fresh, form: target, was: opened.get(form) };
}

// What was chosen or typed in forms that were not sent: lines of the ledger, a reason, a name.
const others = () => [...document.querySelectorAll("form[data-act]:not([data-form])")];
const called = (form, field) => [form.getAttribute("aria-label") ?? form.id, field.name, field.type === "radio" ? field.value : ""].join("\n");
const typed = (field) => (/^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

function written(sent) {
  const found = new Map();
  for (const form of others()) {
    if (form === sent) continue;
    for (const field of form.querySelectorAll("input:not([type=hidden])")) {
      if (typed(field)) found.set(called(form, field), field);
    }
  }
  return found;
}

function restore(kept) {
  for (const form of others()) {
    for (const field of form.querySelectorAll("input:not([type=hidden])")) {
      const before = kept.get(called(form, field));
      if (before) [field.checked, field.value] = [before.checked, before.value];
    }
  }
}

function show(page, carried = null) {
  const old = made(), folds = fold(old);
  const focus = document.activeElement?.id;
  const fresh = document.adoptNode((carried?.page ?? page).getElementById("made"));
  for (const one of fresh.querySelectorAll("details")) {
    if (folds.has(key(one))) one.open = folds.get(key(one));
  }
  old.replaceWith(fresh);
  document.title = page.title;
  if (carried) opened.set(carried.form, carried.was);
  note();
  const target = fresh.querySelector("[autofocus]") ?? (focus && document.getElementById(focus));
  if (target) {
    target.focus({ preventScroll: true });
    const section = target.closest(".topline")?.parentElement;
    (section ?? target.closest(".editor, .line") ?? target).scrollIntoView({ block: section ? "start" : "nearest" });
  }
  if (fresh.dataset.marks !== old.dataset.marks) document.dispatchEvent(new Event("source:renew"));
}

const key = (details) => `${details.closest("section")?.id} ${details.querySelector("summary").textContent.replace(/\d+/g, "").trim()}`;
const fold = (within) => new Map([...within.querySelectorAll("details")].map((one) => [key(one), one.open]));

// What came of an act, for those who do not see it.
function say(verb) {
  const notice = document.querySelector("#notice p");
  const done = document.querySelector("#last b")?.textContent ?? "";
  const id = verb.startsWith("save:") ? verb.slice(5) : "";
  const line = [...document.querySelectorAll("[data-statement]")].find((one) => one.dataset.statement === id);
  const flaws = [...(line?.querySelectorAll(".flaw") ?? [])].map((one) => one.textContent);
  told.textContent = notice ? "" : [done, ...flaws].join(". ");
}

function fail(text) {
  document.getElementById("failed")?.remove();
  const line = document.createElement("p");
  line.id = "failed";
  line.className = "notice error";
  line.setAttribute("role", "alert");
  line.textContent = text;
  (editor() ?? document.getElementById("last")).before(line);
  line.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-act]")) return;
  event.preventDefault();
  send(form, event.submitter?.value ?? form.querySelector("button[name=do]")?.value ?? "");
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const form = editor();
  if (form && !form.contains(link) && dirty(form)) {
    fail("Save or cancel this first: what you wrote is not kept yet.");
    form.querySelector("textarea, input:not([type=hidden])").focus();
    return;
  }
  try {
    show(await ask(link.href));
    const shows = editor()?.dataset.shows;
    if (shows) document.dispatchEvent(new CustomEvent("source:show", { detail: shows }));
  } catch (error) {
    fail(error instanceof TypeError ? "The service cannot be reached. Try again." : error.message);
  }
});

document.addEventListener("change", (event) => {
  const prefix = event.target.dataset?.every;
  if (!prefix) return;
  for (const one of event.target.form.elements) {
    if (one.name.startsWith(prefix)) one.checked = event.target.checked;
  }
});

document.addEventListener("keydown", (event) => {
  const line = event.target.closest?.("[data-statement]");
  if (event.altKey && line && event.target.matches("a.tool") && /^Arrow(Up|Down)$/.test(event.key)) {
    event.preventDefault();
    send(acts(), `${event.key === "ArrowUp" ? "up" : "down"}:${line.dataset.statement}`);
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector("button[name=do]"));
  }
});

// Whoever comes back to the page sees what others did meanwhile. A form that is open knows only
// what stood when it was opened: it is left alone, and refused when it is sent too late.
document.addEventListener("visibilitychange", async () => {
  if (document.hidden || busy || editor()) return;
  try {
    const page = await ask(acts().action), seen = (within) => within.querySelector("#acts [name=seen]").value;
    if (busy || editor() || seen(page) === seen(document)) return;
    const kept = written(null);
    show(page);
    restore(kept);
    say("");
  } catch {
    stale = true;
  }
});

addEventListener("beforeunload", (event) => {
  if (dirty(editor())) event.preventDefault();
});

note();
