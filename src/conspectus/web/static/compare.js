// Two files, dropped on their side or anywhere: the first is the earlier version.
const form = document.getElementById("order");
const wrong = document.getElementById("wrong");
const sent = document.getElementById("sent");
const button = form.querySelector("button[type=submit]");
const most = Number(form.dataset.mostBytes);
const endings = form.dataset.endings.split(" ");
const sides = [...form.querySelectorAll("[data-side]")].map((box) => ({
  box,
  input: box.querySelector("input[type=file]"),
  list: box.querySelector("select"),
  told: box.querySelector(".file"),
}));

function fault(file) {
  const name = file.name.toLowerCase();
  if (!endings.some((ending) => name.endsWith(ending))) return "Neither PDF nor Word (DOCX).";
  if (file.size === 0) return "The file is empty.";
  if (file.size > most) return `Larger than ${(most / 1e6).toFixed(1)} MB.`;
  return "";
}

function show() {
  let bad = false;
  for (const { box, input, list, told } of sides) {
    const file = input.files[0];
    const amiss = file ? fault(file) : "";
    bad ||= Boolean(amiss);
    told.replaceChildren();
    if (file) {
      const name = document.createElement("b");
      name.textContent = file.name;
      const about = document.createElement("span");
      about.className = "wrong";
      about.textContent = amiss;
      const away = document.createElement("button");
      away.type = "button";
      away.className = "away";
      away.textContent = "Remove";
      away.setAttribute("aria-label", `Remove ${file.name}`);
      away.addEventListener("click", () => {
        input.value = "";
        show();
        input.focus();
      });
      told.append(name, " ", about, " ", away);
    }
    if (list) list.disabled = Boolean(file);
    box.classList.toggle("filled", Boolean(file || list?.value));
  }
  button.disabled = bad;
  complain("");
}

function complain(text) {
  wrong.textContent = text;
  wrong.hidden = !text;
}

function put(side, file) {
  const moved = new DataTransfer();
  moved.items.add(file);
  side.input.files = moved.files;
}

for (const { input, list } of sides) {
  input.addEventListener("change", show);
  list?.addEventListener("change", show);
}

const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const sideOf = (event) => sides.find(({ box }) => box.contains(event.target));
addEventListener("dragover", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  for (const side of sides) side.box.classList.toggle("over", side === sideOf(event));
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) for (const { box } of sides) box.classList.remove("over");
});
addEventListener("drop", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  for (const { box } of sides) box.classList.remove("over");
  const files = [...event.dataTransfer.files];
  const aim = sideOf(event);
  if (aim && files.length === 1) put(aim, files[0]);
  else {
    const free = files.length > 1 ? sides : sides.filter(({ input, list }) => !input.files[0] && !list?.value);
    free.slice(0, files.length).forEach((side, index) => put(side, files[index]));
  }
  show();
  if (files.length > 2) complain("Two files are compared. The first two were taken.");
});

document.getElementById("model")?.addEventListener("change", (event) => {
  for (const told of form.querySelectorAll("[data-model]")) told.hidden = told.dataset.model !== event.target.value;
});

form.addEventListener("submit", (event) => {
  const missing = sides.find(({ input, list }) => !input.files[0] && !list?.value);
  if (missing) {
    event.preventDefault();
    complain("Choose two versions.");
    missing.input.focus();
    return;
  }
  complain("");
});

addEventListener("pageshow", () => {
  sent.hidden = true;
  show();
});
show();
