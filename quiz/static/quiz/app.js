// What HTML and htmx leave to do: number keys, announcements, saying when a request failed.

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === "Enter" && event.repeat) {
    event.preventDefault(); // a held key must not answer and go on in one breath
    return;
  }
  if (event.target.matches("input:not([type=radio], [type=checkbox]), select, textarea")) return;
  const option = document.querySelectorAll("[data-option]")[Number(event.key) - 1];
  if (!option) return;
  option.focus();
  if (option.type === "radio") option.checked = true;
  if (option.type === "checkbox" && !event.repeat) option.checked = !option.checked;
});

// The second half of a double click on "Answer" must not press what takes its place.
document.addEventListener(
  "click",
  (event) => {
    if (event.detail > 1 && event.target.closest("[data-next]")) {
      event.preventDefault();
      event.stopPropagation();
    }
  },
  true,
);

document.addEventListener("htmx:afterSettle", () => {
  // The last is the innermost, so it is what has just come.
  const told = [...document.querySelectorAll("[data-announcement]")].at(-1);
  document.getElementById("announcer").textContent = told?.dataset.announcement ?? "";
});

// One of many names makes room for the next as it goes, and comes back if it is lost.
let onItsWay = "";

document.addEventListener("htmx:beforeSend", (event) => {
  const field = document.querySelector("[data-entry]");
  if (!field || !event.target.matches("[data-enters]")) return;
  onItsWay = field.value;
  field.value = "";
  field.focus();
});

// What did not get through stays where it is, and can be sent again.
let unsent;

function report(kind) {
  const trouble = document.getElementById("trouble");
  trouble.dataset.kind = kind;
  for (const part of trouble.querySelectorAll("[data-when]")) {
    part.hidden = !part.dataset.when.split(" ").includes(kind);
  }
  trouble.hidden = false;
}

function sendAgain({ elt, requestConfig: { triggeringEvent: event } }) {
  if (event?.submitter) event.submitter.click(); // so that its value goes along
  else if (elt.matches("form")) elt.requestSubmit();
  else htmx.trigger(elt, event?.type ?? "click");
}

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, ({ type, detail }) => {
    unsent = detail;
    const unreached = navigator.onLine ? "unreached" : "offline";
    report(type === "htmx:responseError" ? "broken" : unreached);
    document.querySelector("#trouble :is(a, button):not([hidden])").focus();
    const field = document.querySelector("[data-entry]");
    if (field && !field.value) field.value = onItsWay;
  });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-send-again]")) sendAgain(unsent);
});

addEventListener("online", () => {
  if (document.querySelector("#trouble[data-kind=offline]:not([hidden])")) report("back");
});

document.addEventListener("htmx:beforeRequest", () => {
  document.getElementById("trouble").hidden = true;
});

// Led elsewhere than to a question, as when the time is up: then that is the next page.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, xhr, serverResponse } = event.detail;
  if (target.id !== "board" || xhr.status !== 200 || /id="board"/.test(serverResponse)) return;
  event.detail.shouldSwap = false;
  location.assign(xhr.responseURL);
});

// Somebody who wants no motion gets what is new at once.
document.addEventListener("htmx:beforeTransition", (event) => {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) event.preventDefault();
});
