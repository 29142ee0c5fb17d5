// Putting in order without asking the server at each step: the arrows, and dragging by the
// dots. Without this script the same arrows send the list, and the server moves the line.

const linesOf = (list) => [...list.children];

// Others are moved about the line, never the line itself, or it would lose its focus.
function stepUp(line) {
  line.after(line.previousElementSibling);
}

function stepDown(line) {
  line.before(line.nextElementSibling);
}

function settle(list, ordinals) {
  const lines = linesOf(list);
  lines.forEach((line, rank) => {
    line.dataset.ordinal = ordinals[rank];
    line.querySelector("[name=up]").disabled = rank === 0;
    line.querySelector("[name=down]").disabled = rank === lines.length - 1;
  });
}

function ordinalsOf(list) {
  return linesOf(list).map((line) => line.dataset.ordinal);
}

function announce(list, line) {
  document.getElementById("announcer").textContent = list.dataset.moved
    .replace("{name}", line.querySelector(".sequence__text").textContent)
    .replace("{place}", line.dataset.ordinal);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-sequence] button");
  if (!button) return;
  event.preventDefault();
  const list = button.closest("[data-sequence]");
  const line = button.closest("li");
  const ordinals = ordinalsOf(list);
  (button.name === "up" ? stepUp : stepDown)(line);
  settle(list, ordinals);
  if (button.disabled) line.querySelector("button:enabled").focus();
  announce(list, line);
});

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  drag(grip, event);
});

function drag(grip, { pointerId, clientY }) {
  const line = grip.closest("li");
  const list = line.parentElement;
  const ordinals = ordinalsOf(list);
  const before = linesOf(list).indexOf(line);
  const hold = clientY - line.getBoundingClientRect().top;
  const middle = (other) => {
    const { top, height } = other.getBoundingClientRect();
    return top + height / 2;
  };

  // Its leading edge passes another's middle: then the two change places.
  const follow = ({ clientY: y }) => {
    line.style.translate = "none";
    const top = y - hold;
    const bottom = top + line.offsetHeight;
    while (line.previousElementSibling && top < middle(line.previousElementSibling)) stepUp(line);
    while (line.nextElementSibling && bottom > middle(line.nextElementSibling)) stepDown(line);
    line.style.translate = `0 ${top - line.getBoundingClientRect().top}px`;
  };
  const drop = () => {
    grip.removeEventListener("pointermove", follow);
    line.style.translate = "";
    delete line.dataset.dragged;
    settle(list, ordinals);
    if (linesOf(list).indexOf(line) !== before) announce(list, line);
  };

  grip.setPointerCapture(pointerId);
  line.dataset.dragged = "";
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("lostpointercapture", drop, { once: true });
}
