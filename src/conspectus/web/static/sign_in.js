// A link from another site comes without the session: ask once more, from here, before asking for a key.
const form = document.getElementById("sign-in");
const key = document.getElementById("key");
form.action += location.hash;  // the place on the page that is led to
const asked = new URL(form.action);
asked.hash = "";
asked.searchParams.set("next", form.elements.next.value);
try {
  const answer = await fetch(asked, { redirect: "manual" });
  if (answer.type === "opaqueredirect") {
    asked.searchParams.set("again", "1");  // to the same address a browser would not go
    location.replace(asked.href + location.hash);
  }
} catch {
  // the form says what is wrong when it is sent
}
if (document.activeElement === document.body) key.focus();
