// Choosing words of the source: by dragging over them, by two clicks, or by finding them.
const bar = document.getElementById("choosing");
const room = document.getElementById("room");
const picked = document.getElementById("picked");
const find = document.getElementById("find");
const take = document.getElementById("take");
const HINT = picked.textContent, LONGEST = 280, EDGE = 36;
const SVG = "http://www.w3.org/2000/svg";
let leaves = null, words = [], letters = "", starts = [];
let asker = null, first = -1, last = -1, anchor = -1, single = false, dragging = false, fresh = 0, ready = null;

const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const nodes = () => [...room.querySelectorAll(".leaf")];

async function load() {
  if (leaves) return;
  const answer = await fetch(bar.dataset.words, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("refused");
  const found = (await answer.json()).leaves;
  for (const [index, leaf] of found.entries()) {
    leaf.from = words.length;
    for (const [start, end, body, ...box] of leaf.words) {
      const text = leaf.text.slice(start, end);
      words.push({ leaf: index, start, end, body, box, text });
      starts.push(letters.length);
      letters += plain(text);
    }
    leaf.to = words.length;
  }
  leaves = found;
}

async function begin(button) {
  asker = button.closest("[data-rests]");
  if (!asker || !room.querySelector(".leaf")) return;
  bar.hidden = false;
  document.body.classList.add("choosing-words");
  document.dispatchEvent(new CustomEvent("source:reveal", { detail: true }));
  clear();
  find.value = "";
  find.focus();
  if (!leaves) picked.textContent = "Opening the words of the source…";
  try {
    await (ready = load());
    if (bar.hidden) return;
    spell();
    if (first < 0) clear();
  } catch {
    leaves = null;
    words = [];
    picked.textContent = "The words of the source cannot be had now. Cancel, and try again.";
  }
}

function end(kept) {
  const button = asker?.querySelector("[data-choose]");
  bar.hidden = true;
  document.body.classList.remove("choosing-words");
  clear();
  unspell();
  asker = null;
  document.dispatchEvent(new CustomEvent("source:reveal", { detail: false }));
  (kept ?? button)?.focus();
}

// The text of a Word file is spelled out: each word a node of its own, while words are chosen.
const shelf = new Map();
function spell() {
  for (const [index, node] of nodes().entries()) {
    if (node.querySelector(".sheet") || shelf.has(node)) continue;
    const leaf = leaves[index], pieces = [];
    let at = 0;
    for (let i = leaf.from; i < leaf.to; i++) {
      const word = document.createElement("span");
      word.className = "word";
      word.dataset.word = i;
      word.textContent = words[i].text;
      pieces.push(leaf.text.slice(at, words[i].start) ? " " : "", word);
      at = words[i].end;
    }
    shelf.set(node, [...node.childNodes]);
    node.replaceChildren(...pieces);
  }
}

function unspell() {
  for (const [node, before] of shelf) node.replaceChildren(...before);
  shelf.clear();
}

function hit(event, near = false) {
  const at = document.elementFromPoint(event.clientX, event.clientY);
  const own = at?.closest?.("[data-word]");
  if (own) return Number(own.dataset.word);
  const sheet = at?.closest?.(".sheet");
  if (!sheet) return -1;
  const leaf = leaves[nodes().indexOf(sheet.parentElement)], frame = sheet.getBoundingClientRect();
  const x = (event.clientX - frame.left) / frame.width * leaf.width;
  const y = (event.clientY - frame.top) / frame.height * leaf.height;
  let best = -1, least = near ? Infinity : 6;
  for (let i = leaf.from; i < leaf.to; i++) {
    const [left, top, right, bottom] = words[i].box;
    const across = Math.max(left - x, 0, x - right), down = Math.max(top - y, 0, y - bottom);
    const far = Math.hypot(across, 3 * down);
    if (far < least) [best, least] = [i, far];
  }
  return best;
}

function clear() {
  first = last = anchor = -1;
  draw();
}

function choose(from, to) {
  first = Math.min(from, to);
  last = Math.max(from, to);
  draw();
}

function draw() {
  for (const one of room.querySelectorAll("svg.picked")) one.remove();
  for (const one of room.querySelectorAll(".word.on")) one.classList.remove("on");
  take.disabled = first < 0;
  for (const one of bar.querySelectorAll("[data-edge]")) one.disabled = first < 0;
  if (first < 0) {
    picked.textContent = HINT;
    return;
  }
  const quotes = pieces();
  const text = quotes.map((one) => one.text).join(" … ");
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}` : text;
  picked.textContent = `“${shown}” (${place(quotes)})`;
  const all = nodes();
  for (const one of quotes) {
    const node = all[one.leaf];
    if (node.querySelector(".sheet")) node.querySelector(".sheet").append(layer(one));
    else for (let i = one.from; i <= one.to; i++) node.querySelector(`[data-word="${i}"]`)?.classList.add("on");
  }
}

function layer(one) {
  const { width, height } = leaves[one.leaf];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "picked");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const rows = new Map();
  for (let i = one.from; i <= one.to; i++) {
    const [left, top, right, bottom] = words[i].box, row = `${top} ${bottom}`;
    const known = rows.get(row);
    rows.set(row, known ? [Math.min(known[0], left), top, Math.max(known[2], right), bottom] : [left, top, right, bottom]);
  }
  for (const [left, top, right, bottom] of rows.values()) {
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) {
      rect.setAttribute(name, value);
    }
    svg.append(rect);
  }
  return svg;
}

// What was chosen on each page. Running headers and footers at a page break are no part of it.
function pieces() {
  const found = [], [begin, end] = [words[first].leaf, words[last].leaf];
  for (let index = begin; index <= end; index++) {
    let from = Math.max(first, leaves[index].from), to = Math.min(last, leaves[index].to - 1);
    if (index > begin) while (from <= to && !words[from].body) from++;
    if (index < end) while (to >= from && !words[to].body) to--;
    if (from > to) continue;
    const { page, anchor: name, text } = leaves[index];
    const [start, stop] = [words[from].start, words[to].end];
    const quote = text.slice(start, stop).replace(/\s+/g, " ");
    found.push({ leaf: index, from, to, page, anchor: name, start, end: stop, text: quote });
  }
  return found;
}

function place(quotes) {
  const pages = [...new Set(quotes.map((one) => one.page))];
  if (pages[0] !== null) return `page ${pages.join(", ")}`;
  return quotes.length > 1 ? `${quotes.length} paragraphs` : "one paragraph";
}

// One quote of a PDF may run over pages; each paragraph of a Word file is a quote of its own.
function use() {
  if (first < 0 || !asker?.isConnected) return end();
  const quotes = pieces(), list = asker.querySelector("ul");
  const group = quotes.length > 1 && quotes[0].page !== null ? `${quotes[0].page}:${quotes[0].start}` : null;
  const lines = group ? [quotes] : quotes.map((one) => [one]);
  let box;
  for (const line of lines) {
    const spots = line.map(({ page, anchor: name, start, end: stop }) => ({ page, anchor: name, start, end: stop, group }));
    const item = document.createElement("li"), label = document.createElement("label");
    label.className = "check";
    box = document.createElement("input");
    box.type = "checkbox";
    box.name = `spot.chosen${fresh++}`;
    box.value = JSON.stringify(spots);
    box.checked = true;
    const told = document.createElement("span"), where = document.createElement("span");
    told.textContent = `“${line.map((one) => one.text).join(" … ")}” `;
    where.className = "hint";
    where.textContent = place(line);
    told.append(where);
    label.append(box, " ", told);
    item.append(label);
    list.append(item);
  }
  const text = asker.form?.elements.text ?? asker.closest("form").elements.text;
  if (text && !text.value.trim()) text.value = quotes.map((one) => one.text).join(" ");
  end(asker.querySelector("[data-choose]"));
}

async function search() {
  await ready;
  const wanted = plain(find.value);
  if (!wanted || !letters) return;
  const known = new Set(starts), from = last >= 0 ? starts[last] + 1 : 0;
  const all = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    if (known.has(at)) all.push(at);
  }
  if (!all.length) {
    clear();
    picked.textContent = "These words are not in the source.";
    return;
  }
  const at = all.find((one) => one >= from) ?? all[0];
  const begin = starts.findLastIndex((one) => one <= at);
  const stop = starts.findLastIndex((one) => one < at + wanted.length);
  anchor = begin;
  single = false;
  choose(begin, stop);
  reveal();
}

function reveal() {
  const node = nodes()[words[first].leaf];
  const mark = node.querySelector("svg.picked rect, .word.on");
  if (!mark) return;
  const top = room.scrollTop + mark.getBoundingClientRect().top - room.getBoundingClientRect().top;
  room.scrollTo({ top: top - room.clientHeight / 3, behavior: "instant" });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-choose]");
  if (button) begin(button);
});
document.addEventListener("source:renewed", () => {
  if (bar.hidden) return;
  shelf.clear();
  spell();
  draw();
});

room.addEventListener("pointerdown", (event) => {
  if (bar.hidden || !leaves || event.button) return;
  const at = hit(event);
  if (at < 0) return;
  event.preventDefault();
  if (anchor >= 0 && (event.shiftKey || single)) {
    choose(anchor, at);
    single = false;
    return;
  }
  anchor = at;
  single = true;
  dragging = event.pointerType !== "touch";
  choose(at, at);
  if (dragging) room.setPointerCapture(event.pointerId);
});
room.addEventListener("pointermove", (event) => {
  if (!dragging) return;
  const frame = room.getBoundingClientRect();
  if (event.clientY > frame.bottom - EDGE) room.scrollBy(0, EDGE);
  if (event.clientY < frame.top + EDGE) room.scrollBy(0, -EDGE);
  const at = hit(event, true);
  if (at < 0 || (at === last && anchor === first) || (at === first && anchor === last)) return;
  single = false;
  choose(anchor, at);
});
for (const kind of ["pointerup", "pointercancel"]) room.addEventListener(kind, () => { dragging = false; });
room.addEventListener("click", (event) => {
  if (!bar.hidden) event.stopImmediatePropagation();
}, true);

bar.addEventListener("click", (event) => {
  const edge = event.target.closest?.("[data-edge]");
  if (!edge || first < 0) return;
  const [which, step] = edge.dataset.edge.split(" ");
  const moved = which === "first" ? [first + Number(step), last] : [first, last + Number(step)];
  if (moved[0] < 0 || moved[1] >= words.length || moved[0] > moved[1]) return;
  choose(...moved);
  reveal();
});
bar.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
take.addEventListener("click", use);
document.getElementById("give-up").addEventListener("click", () => end());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !bar.hidden) {
    event.stopImmediatePropagation();
    end();
  }
}, true);
