// Draws the figures of the service, and asks for them again every few seconds while it is seen.
const EVERY = 4000, AGAIN = 3000, HEIGHT = 180;
const board = document.getElementById("board");
const connection = document.getElementById("connection");
const renewed = document.getElementById("renewed");
const pause = document.getElementById("pause");
const dark = matchMedia("(prefers-color-scheme: dark)");
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3]];
const decades = (least, many) => Array.from({ length: many }, (_, place) => [1, 2, 5][place % 3] * 10 ** (least + Math.floor(place / 3)));
const STEPS = {
  count: decades(0, 27),
  seconds: [...decades(-4, 16), 15, 30, 60, 120, 300, 600, 1800, ...[1, 2, 6, 12, 24, 72, 168, 720].map((hours) => hours * 3600)],
  bytes: decades(3, 30),
};
let range = board.dataset.range, due, asking, paused = false, shown = null;

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const few = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const money = (value) => `$${value.toFixed(value && value < 1 ? 4 : 2).replace(/(\.\d\d\d?)0+$/, "$1")}`;
function duration(value) {
  if (!value) return "0 s";
  if (value < 0.9995) return `${value && value < 0.01 ? (value * 1000).toFixed(1) : Math.round(value * 1000)} ms`;
  if (value < 60) return `${few.format(value)} s`;
  if (value < 3600) return `${few.format(value / 60)} min`;
  return `${few.format(value / 3600)} h`;
}
const UNITS = {
  count: (value) => (value < 10 ? few : whole).format(value),
  seconds: duration,
  share: (value) => `${few.format(value * 100)} %`,
  usd: money,
  bytes: (value) => (value < 1e9 ? `${whole.format(value / 1e6)} MB` : `${few.format(value / 1e9)} GB`),
};
const told = (unit, value) => (value === null || value === undefined ? "–" : UNITS[unit](value));
const clock = (time, seconds = true) =>
  new Date(time * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", ...(seconds && { second: "2-digit" }) });
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

class Chart {
  constructor(place) {
    this.place = place;
    this.unit = place.dataset.unit;
    this.plot = place.querySelector(".plot");
    this.none = place.querySelector(".none");
    this.fold = place.querySelector("details");
    this.legend = [...place.querySelectorAll(".legend li")];
    this.title = place.querySelector("h3").textContent;
    this.fold.addEventListener("toggle", () => this.tabulate());
  }

  options() {
    const axis = { stroke: () => style("--quiet"), grid: { stroke: () => style("--grid"), width: 1 }, ticks: { show: false }, font: "11px system-ui, sans-serif" };
    return {
      width: this.plot.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      cursor: { sync: { key: "board" }, drag: { x: false, y: false }, y: false, points: { size: 7 } },
      padding: [10, 12, 0, 0],
      scales: { x: { time: true }, y: { range: (_, low, high) => [0, this.ceiling(high)] } },
      axes: [
        { ...axis, space: 64, values: (_, times) => times.map((time) => clock(time, false)), size: 26 },
        { ...axis, space: 34, ...(this.unit in STEPS && { incrs: STEPS[this.unit] }), size: 62, values: (_, values) => values.map((value) => told(this.unit, value)) },
      ],
      series: [{}, ...this.legend.map((one, place) => ({
        label: one.dataset.line,
        stroke: () => style(`--line-${one.className}`),
        width: 2,
        dash: DASHES[place],
        points: { show: (_, index, from, to) => this.lonely(index), size: 5 },
      }))],
      hooks: { setCursor: [(drawn) => this.name(drawn.cursor.idx)] },
    };
  }

  // A scale that is honest about nothing: a line at zero is at the bottom.
  ceiling(high) {
    if (!high) return this.unit === "usd" ? 0.01 : 1;
    return this.unit === "share" && high > 0.5 && high <= 1 ? 1 : high * 1.12;
  }

  lonely(index) {
    const values = this.data[index];
    return values.some((value, place) => value !== null && (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null);
  }

  show(times, lines, from, until) {
    this.data = [times, ...lines];
    const sparing = "sparing" in this.place.dataset;
    const known = lines.some((line) => line.some((value) => value !== null && !(sparing && value === 0)));
    this.none.hidden = known;
    this.plot.hidden = !known;
    this.fold.hidden = !known;
    if (known) {
      if (!this.drawn) this.drawn = new uPlot(this.options(), this.data, this.plot);
      else this.drawn.setData(this.data, false);
      this.drawn.setScale("x", { min: from, max: until });
    }
    this.name(this.drawn?.cursor.idx);
    this.plot.setAttribute("aria-label", `${this.title}: ${this.summary()}`);
  }

  // The values at the cursor, or the latest ones.
  name(index) {
    const at = index ?? this.data[0].length - 1;
    this.legend.forEach((one, place) => {
      const text = told(this.unit, this.data[place + 1][at]), value = one.querySelector("b");
      if (value.textContent !== text) value.textContent = text;
    });
  }

  summary() {
    return this.legend.map((one, place) => {
      const known = this.data[place + 1].filter((value) => value !== null);
      if (!known.length) return `${one.dataset.line}: nothing`;
      return `${one.dataset.line}: now ${told(this.unit, this.data[place + 1].at(-1))}, at most ${told(this.unit, Math.max(...known))}`;
    }).join(". ");
  }

  // The points as they are when the table is opened or the range chosen: nobody reads what moves.
  tabulate() {
    const room = this.fold.querySelector(".table-room");
    if (!this.fold.open) return room.replaceChildren();
    const table = document.createElement("table");
    table.className = "points";
    table.createCaption().textContent = `As of ${clock(this.data[0].at(-1))}`;
    const row = (parent, kind, cells) => {
      const line = parent.insertRow();
      cells.forEach((text, place) => {
        const cell = document.createElement(place && kind === "body" ? "td" : "th");
        if (cell.tagName === "TH") cell.scope = kind === "body" ? "row" : "col";
        cell.textContent = text;
        line.append(cell);
      });
    };
    row(table.createTHead(), "head", ["Time", ...this.legend.map((one) => one.dataset.line)]);
    const body = table.createTBody(), [times, ...lines] = this.data;
    for (let place = times.length - 1; place >= 0; place--) {
      if (lines.some((line) => line[place] !== null)) {
        row(body, "body", [clock(times[place]), ...lines.map((line) => told(this.unit, line[place]))]);
      }
    }
    room.replaceChildren(table);
  }

  fit() {
    if (this.drawn && this.plot.clientWidth) this.drawn.setSize({ width: this.plot.clientWidth, height: HEIGHT });
  }
}

const charts = [...document.querySelectorAll("[data-chart]")].map((place) => new Chart(place));

function health(given) {
  const level = document.getElementById("health-status");
  level.className = `level ${given.status}`;
  if (level.textContent !== given.status) level.textContent = given.status;
  const list = document.getElementById("components");
  const key = JSON.stringify(given.components);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...given.components.map((one) => {
    const line = document.createElement("li"), name = document.createElement("p"), state = document.createElement("span");
    line.className = `component ${one.status}`;
    name.className = "name";
    state.className = `level ${one.status}`;
    state.textContent = one.status;
    name.append(one.name, state);
    line.append(name);
    const then = one.status === "healthy" && one.unwell ? `Not healthy until ${clock(one.unwell, false)}.` : "";
    for (const text of [[one.reason, then].filter(Boolean).join(" "), one.advice].filter(Boolean)) {
      const why = document.createElement("p");
      why.className = "why";
      why.textContent = text;
      line.append(why);
    }
    return line;
  }));
}

function show(given) {
  shown = given;
  health(given.health);
  const times = given.times, until = times.at(-1);
  for (const chart of charts) chart.show(times, given.charts[chart.place.dataset.chart], until - given.seconds, until);
  for (const [id, value] of Object.entries(given.tiles)) {
    const place = document.getElementById(`tile-${id}`), text = told(place.dataset.unit, value);
    if (place.textContent !== text) place.textContent = text;
  }
  document.getElementById("version").textContent = given.version;
  renewed.textContent = `As of ${clock(until)}`;
}

async function renew() {
  clearTimeout(due);
  asking?.abort();
  const mine = asking = new AbortController();
  try {
    const answer = await fetch(`${board.dataset.figures}?range=${range}`, { headers: { Accept: "application/json" }, signal: mine.signal });
    if (answer.status === 401 || answer.status === 403) return tell("You are signed out, or may no longer see this. Load the page again.");
    if (!answer.ok) throw new Error("not now");
    const given = await answer.json();
    if (mine.signal.aborted) return;
    const other = shown?.range !== given.range;
    show(given);
    if (other) for (const chart of charts) chart.tabulate();
    board.setAttribute("aria-busy", "false");
    tell("");
    soon(EVERY);
  } catch {
    if (mine.signal.aborted) return;
    tell(shown ? "The connection is lost. Trying again…" : "The figures cannot be had now. Trying again…");
    soon(AGAIN);
  }
}

function tell(text) {
  board.classList.toggle("stale", Boolean(text));
  if (connection.textContent !== text) connection.textContent = text;
}

function soon(wait) {
  clearTimeout(due);
  if (!paused && !document.hidden) due = setTimeout(renew, wait);
}

pause.addEventListener("click", () => {
  paused = !paused;
  pause.setAttribute("aria-pressed", String(paused));
  pause.textContent = paused ? "Go on" : "Pause";
  if (paused) {
    clearTimeout(due);
    asking?.abort();
  } else renew();
});

document.querySelector(".ranges").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-range]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  range = link.dataset.range;
  for (const one of document.querySelectorAll("a[data-range]")) one.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  history.replaceState(history.state, "", link.href);
  board.setAttribute("aria-busy", "true");
  renew();
});

document.addEventListener("visibilitychange", () => {
  if (document.hidden) clearTimeout(due);
  else if (!paused) renew();
});
dark.addEventListener("change", () => {
  for (const chart of charts) chart.drawn?.redraw(false);
});
new ResizeObserver(() => {
  for (const chart of charts) chart.fit();
}).observe(board);
renew();
