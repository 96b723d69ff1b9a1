// The first page: files dropped anywhere, limits told before the upload, progress of the upload.
const form = document.getElementById("order");
const input = document.getElementById("files");
const list = document.getElementById("chosen");
const said = document.getElementById("said");
const wrong = document.getElementById("wrong");
const sent = document.getElementById("sent");
const veil = document.getElementById("veil");
const button = form.querySelector("button[type=submit]");
const most = { files: Number(form.dataset.mostFiles), bytes: Number(form.dataset.mostBytes) };
const endings = form.dataset.endings.split(" ");
let files = [];

function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function fault(file) {
  const name = file.name.toLowerCase();
  if (!endings.some((ending) => name.endsWith(ending))) return "Neither PDF nor Word (DOCX).";
  if (file.size === 0) return "The file is empty.";
  if (file.size > most.bytes) return `Larger than ${size(most.bytes)}.`;
  return "";
}

function show() {
  const moved = new DataTransfer();
  for (const file of files) moved.items.add(file);
  input.files = moved.files;
  list.replaceChildren(...files.map((file, index) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    name.className = "name";
    name.textContent = file.name;
    const told = document.createElement("span");
    const bad = fault(file);
    told.className = bad ? "wrong" : "hint";
    told.textContent = bad || size(file.size);
    const away = document.createElement("button");
    away.type = "button";
    away.className = "away";
    away.textContent = "Remove";
    away.setAttribute("aria-label", `Remove ${file.name}`);
    away.addEventListener("click", () => {
      files.splice(index, 1);
      show();
      (list.querySelectorAll("button")[Math.min(index, files.length - 1)] ?? input).focus();
    });
    line.append(name, told, away);
    return line;
  }));
  const bad = files.filter(fault).length;
  const many = files.length > most.files ? `At most ${most.files} files at once. ` : "";
  const refused = bad ? `${bad} of ${files.length} cannot be taken: remove what is marked.` : "";
  complain(many + refused);
  button.disabled = Boolean(many || refused);
  button.textContent = files.length > 1 ? `Start ${files.length} documents` : "Start";
  said.textContent = files.length === 1 ? "1 file chosen" : `${files.length} files chosen`;
}

function complain(text) {
  wrong.textContent = text;
  wrong.hidden = !text;
}

function add(more) {
  const known = new Set(files.map((file) => `${file.name} ${file.size} ${file.lastModified}`));
  files.push(...[...more].filter((file) => !known.has(`${file.name} ${file.size} ${file.lastModified}`)));
  show();
}

input.addEventListener("change", () => add(input.files));

const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
let depth = 0;
addEventListener("dragenter", (event) => {
  if (carries(event)) veil.hidden = ++depth < 1;
});
addEventListener("dragleave", (event) => {
  if (carries(event)) veil.hidden = --depth < 1;
});
addEventListener("dragover", (event) => {
  if (carries(event)) event.preventDefault();
});
addEventListener("drop", (event) => {
  if (!carries(event)) return;
  event.preventDefault();
  depth = 0;
  veil.hidden = true;
  add(event.dataTransfer.files);
});

for (const radio of form.querySelectorAll("input[name=plugin_id]")) {
  radio.addEventListener("change", () => {
    for (const set of form.querySelectorAll("fieldset[data-plugin]")) {
      set.hidden = set.disabled = set.dataset.plugin !== radio.value;
    }
  });
}

document.getElementById("model")?.addEventListener("change", (event) => {
  for (const told of form.querySelectorAll("[data-model]")) {
    told.hidden = told.dataset.model !== event.target.value;
  }
});

form.addEventListener("invalid", (event) => {
  const fold = event.target.closest("details");
  if (fold) fold.open = true;
}, true);

form.addEventListener("submit", (event) => {
  if (!files.length) {
    event.preventDefault();
    complain("Choose at least one file.");
    input.focus();
    return;
  }
  complain("");
});

addEventListener("pageshow", (event) => {
  if (event.persisted) {
    sent.hidden = true;
    show();
  }
});
if (input.files.length) add(input.files);
