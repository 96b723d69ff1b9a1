// Keeps a page as the server has it: each event renews the parts of it that are marked data-live.
const CALM = 300, AGAIN = 2000;
const source = document.querySelector("[data-events]");
const connection = document.getElementById("connection");
let events, due, asking = false, wanted = false, over = false;

function swap(old, made) {
  const focus = document.activeElement?.id;
  const inner = [...old.querySelectorAll("[data-live]")].map((one) => one.id);
  const fresh = [...made.querySelectorAll("[data-live]")].map((one) => one.id);
  const frame = (node) => {
    const copy = node.cloneNode(true);
    for (const part of copy.querySelectorAll("[data-live]")) part.replaceChildren();
    return copy.outerHTML;
  };
  if (inner.length && inner.join() === fresh.join() && frame(old) === frame(made)) return;
  if (old.outerHTML === made.outerHTML) return;
  old.replaceWith(document.importNode(made, true));
  if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus();
}

async function renew() {
  if (asking) {
    wanted = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected) return location.assign(answer.url);  // to the sign-in
    if (answer.status === 404) return stop("This job was deleted.");
    if (!answer.ok) throw new Error("not now");
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const old of [...document.querySelectorAll("[data-live]")]) {
      const fresh = old.isConnected && made.getElementById(old.id);
      if (fresh) swap(old, fresh);
    }
    document.title = made.title;
    tell("");
    if (!made.querySelector("[data-events]")) finish(made);
  } catch {
    lost();
  } finally {
    asking = false;
    if (wanted) {
      wanted = false;
      soon();
    }
  }
}

// The job has ended: what is shown is what stays.
function finish(made) {
  over = true;
  events.close();
  const old = document.getElementById(source.id);
  const last = made.getElementById(source.id);
  if (old && last && old.outerHTML !== last.outerHTML) swap(old, last);
}

function stop(text) {
  over = true;
  events.close();
  tell(text);
}

function tell(text) {
  if (connection.textContent !== text) connection.textContent = text;
}

function soon() {
  clearTimeout(due);
  due = setTimeout(renew, CALM);
}

function lost() {
  if (over || document.hidden) return;
  tell("The connection is lost. Trying again…");
  clearTimeout(due);
  due = setTimeout(() => {
    if (events.readyState === EventSource.CLOSED) follow();
    renew();
  }, AGAIN);
}

let last = 0;
function follow() {
  events = new EventSource(source.dataset.events);
  const heard = () => {
    // At most one look in CALM milliseconds, and always one after the last event.
    const now = Date.now();
    if (now - last > 4 * CALM) {
      last = now;
      clearTimeout(due);
      renew();
    } else soon();
  };
  for (const kind of ["job", "document", "section", "changed"]) events.addEventListener(kind, heard);
  events.addEventListener("open", heard);
  events.addEventListener("error", soon);  // the stream ends with the job, too: look before crying
}

// A browser has few connections to one server: a page that nobody sees needs none.
document.addEventListener("visibilitychange", () => {
  if (over) return;
  clearTimeout(due);
  events.close();
  if (!document.hidden) follow();
});

follow();
