// The time left: in minutes, seconds in the last one alone; said at five minutes and at one.
// The server keeps the time. When it is up, what is filled in is sent, else the end is shown.

const MINUTE = 60;
const SAY_AT = [5 * MINUTE, MINUTE];
let lastLeft = Infinity; // seconds left when last looked

// A board that has come in with a swap brings the server's own count along.
function secondsLeft(clock) {
  clock.dataset.ends ??= Date.now() + Number(clock.dataset.seconds) * 1000;
  return Math.max(0, Math.ceil((Number(clock.dataset.ends) - Date.now()) / 1000));
}

function inWords(seconds) {
  if (seconds === 0) return "the time is up";
  if (seconds < MINUTE) return `${seconds} second${seconds === 1 ? "" : "s"} left`;
  const minutes = Math.ceil(seconds / MINUTE);
  return `${minutes} minute${minutes === 1 ? "" : "s"} left`;
}

function isFilledIn(form) {
  if (form.querySelector("[data-sequence]")) return true; // it always has an order
  return [...form.elements].some((field) => {
    if (!field.name || field.name === "sure" || field.type === "hidden") return false;
    if (field.type === "radio" || field.type === "checkbox") return field.checked;
    return field.type !== "submit" && field.value.trim() !== "";
  });
}

function handIn(clock) {
  const form = document.querySelector("#board form[action$='/answer/']");
  const named = document.querySelector("#roll li");
  if (form && (isFilledIn(form) || named)) {
    form.noValidate = true;
    form.requestSubmit(form.querySelector(".actions .button"));
  } else if (form) {
    location.assign(clock.dataset.onward);
  }
}

function watch() {
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  const left = secondsLeft(clock);
  clock.querySelector("[data-left]").textContent = inWords(left);
  clock.toggleAttribute("data-short", left <= SAY_AT[0]);
  if (SAY_AT.some((mark) => left <= mark && mark < lastLeft && lastLeft !== Infinity)) {
    document.getElementById("announcer").textContent = inWords(left);
  }
  lastLeft = left;
  if (left === 0 && !clock.dataset.isUp) {
    clock.dataset.isUp = "yes"; // of this board: the next one has a clock of its own
    handIn(clock);
  }
}

watch();
setInterval(watch, 1000);
document.addEventListener("htmx:afterSettle", watch);
