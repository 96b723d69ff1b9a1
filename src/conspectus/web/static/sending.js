// Sends the files of a form, which its own module has looked at before, and tells how far it is.
const form = document.getElementById("order");
const wrong = document.getElementById("wrong");
const sent = document.getElementById("sent");
const button = form.querySelector("button[type=submit]");

form.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.responseType = "document";
  request.upload.addEventListener("progress", (told) => {
    if (told.lengthComputable) sent.value = told.loaded / told.total;
  });
  const failed = (text) => {
    sent.hidden = true;
    button.disabled = false;
    wrong.textContent = text;
    wrong.hidden = false;
  };
  request.addEventListener("load", () => {
    if (request.status < 300) location.assign(request.responseURL);
    else failed(request.response?.querySelector("[role=alert]")?.textContent || "The files were not taken.");
  });
  request.addEventListener("error", () => failed("The service cannot be reached. Nothing was taken; try again."));
  sent.value = 0;
  sent.hidden = false;
  button.disabled = true;
  request.send(new FormData(form));
});
