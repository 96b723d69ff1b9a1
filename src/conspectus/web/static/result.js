// The document beside its source: a citation shows its words, words show who rests on them.
const original = document.getElementById("original");
const room = document.getElementById("room");
const uses = document.getElementById("uses");
const told = document.getElementById("told");
const where = document.getElementById("where");
const close = document.getElementById("close-source");
const open = () => document.getElementById("open-source");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 60rem)");
let leaves = null, active = "", back = null, asks = 0;

const holders = (number, within = document) => within.querySelectorAll(`[data-quotes~="${number}"]`);
const claims = (number) => [...holders(number)].filter((one) => !room.contains(one));

async function load() {
  const ask = ++asks;
  try {
    const answer = await fetch(original.dataset.from, { headers: { Accept: "text/html" } });
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (ask !== asks) return;  // asked again meanwhile
    if (answer.redirected) return location.reload();  // the session has ended
    const found = answer.ok && made.getElementById("leaves");
    if (!found) {
      fail(made.querySelector("[role=alert]")?.textContent || "The source cannot be shown now.");
      return;
    }
    if (leaves) renew(found);
    else {
      room.replaceChildren(leaves = document.importNode(found, true));
      for (const leaf of leaves.querySelectorAll(".leaf")) seen.observe(leaf);
    }
    if (active) show(active, false);
  } catch {
    if (ask === asks) fail("The service cannot be reached.");
  }
}

// Marks the quotes of now; the pictures stay.
function renew(found) {
  const fresh = found.querySelectorAll(".leaf");
  for (const [index, leaf] of leaves.querySelectorAll(".leaf").entries()) {
    const made = document.importNode(fresh[index], true);
    const sheet = leaf.querySelector(".sheet");
    if (!sheet) leaf.replaceChildren(...made.childNodes);
    else sheet.append(...made.querySelectorAll("svg"));
  }
  document.dispatchEvent(new Event("source:renewed"));
}

// The quotes have new numbers: a number chosen from now on is shown when its marks are there.
document.addEventListener("source:renew", () => {
  for (const one of leaves?.querySelectorAll(".sheet > svg:not(.picked)") ?? []) one.remove();
  active = "";
  uses.hidden = true;
  load();
});

function fail(text) {
  leaves = null;
  const line = document.createElement("p");
  line.className = "notice error";
  line.textContent = text;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button quiet";
  again.textContent = "Try again";
  again.addEventListener("click", load);
  room.replaceChildren(line, again);
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) where.textContent = entry.target.querySelector("figcaption")?.textContent ?? "";
  }
}, { root: room, rootMargin: "-45% 0px -45% 0px" });

function show(number, smooth = true) {
  active = number;
  for (const one of document.querySelectorAll(".on")) one.classList.remove("on");
  for (const one of document.querySelectorAll("a[data-quote][aria-current]")) one.removeAttribute("aria-current");
  for (const one of document.querySelectorAll(`a[data-quote="${number}"]`)) one.setAttribute("aria-current", "true");
  for (const one of holders(number)) one.classList.add("on");
  history.replaceState(history.state, "", `#q${number}`);
  if (!leaves) return;
  const words = holders(number, leaves);
  if (!words.length) return;
  const first = words[0].getBoundingClientRect(), frame = room.getBoundingClientRect();
  const top = room.scrollTop + first.top - frame.top - frame.height / 3;
  room.scrollTo({ top, behavior: smooth && !calm.matches ? "smooth" : "instant" });
  const label = words[0].getAttribute("aria-label") ?? "", start = `Quote ${number}: `;
  const text = [...words].map((one) => one.textContent).join("");
  told.textContent = text ? start + text : label;
  name(number);
}

// Who rests on the words that are pointed at.
function name(number) {
  const lines = claims(number).map((one) => {
    const line = document.createElement("li");
    const text = (one.querySelector(".words") ?? one).textContent.trim();
    if (one.id) {
      const link = document.createElement("a");
      link.href = `#${one.id}`;
      link.textContent = text;
      line.append(link);
    } else {
      const kind = one.closest("#facts") ? "Fact: " : "Ledger: ";
      line.textContent = kind + text;
    }
    return line;
  });
  const head = document.createElement("p");
  head.textContent = lines.length === 1 ? "Rests on these words:" : `${lines.length} rest on these words:`;
  const list = document.createElement("ul");
  list.append(...lines);
  uses.replaceChildren(head, list);
  uses.hidden = !lines.length;
}

function light(numbers, lit) {
  for (const number of numbers) for (const one of claims(number)) one.classList.toggle("lit", lit);
}

const quotes = (node) => node?.closest?.("[data-quotes]")?.dataset.quotes.split(" ") ?? [];

for (const [kind, lit] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  room.addEventListener(kind, (event) => {
    const numbers = quotes(event.target);
    light(numbers, lit);
    if (lit && numbers.length) name(numbers[0]);
    else if (!lit && active) name(active);
  });
}

function choose(event) {
  const cite = event.target.closest?.(".cite");
  if (!cite) return;
  const [number] = quotes(cite);
  show(number);
  if (narrow.matches) return;
  claims(number)[0]?.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
}
room.addEventListener("click", choose);
room.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  if (event.target.closest(".cite")) {
    event.preventDefault();
    choose(event);
  }
});
room.addEventListener("error", (event) => {
  if (event.target.tagName === "IMG") event.target.closest(".leaf").classList.add("undrawn");
}, true);

document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("a[data-quote]");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  back = mark;
  reveal(true);
  show(mark.dataset.quote);
});
uses.addEventListener("click", (event) => {
  if (event.target.closest("a")) reveal(false);
});

// On a narrow screen the source lies over the document.
function reveal(shown) {
  if (!narrow.matches) return;
  document.body.classList.toggle("sourced", shown);
  if (shown) close.focus();
  else (back?.isConnected ? back : open()).focus();
}
document.addEventListener("click", (event) => {
  if (event.target.closest?.("#open-source")) {
    back = null;
    reveal(true);
  }
});
document.addEventListener("source:show", (event) => show(event.detail));
document.addEventListener("source:reveal", (event) => {
  if (narrow.matches) document.body.classList.toggle("sourced", event.detail);
});
close.addEventListener("click", () => reveal(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.body.classList.contains("sourced")) reveal(false);
});

const asked = /^#q(\d+)$/.exec(location.hash);
if (asked) show(asked[1]);
load();
