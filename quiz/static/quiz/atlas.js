// The year beside the slider while it moves, and the name of the state under the pointer.
// Without this file both come with the page: the year when it is shown, the name as a hint.

document.addEventListener("input", (event) => {
  const slider = event.target.closest("[data-year]");
  if (!slider) return;
  const year = slider.value === slider.max ? "today" : slider.value;
  document.getElementById("year-shown").textContent = year;
  slider.setAttribute("aria-valuetext", year);
});

for (const event of ["pointerover", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    const caption = document.querySelector("[data-caption]");
    const title = target.closest?.("[data-map] a")?.querySelector("title");
    if (caption) caption.textContent = title?.textContent ?? caption.dataset.caption;
  });
}
