// What the admin's own scripts leave undone: scrolling tables by key, and names for the
// autocompletes.

for (const group of document.querySelectorAll(".inline-group")) {
  if (group.scrollWidth > group.clientWidth) group.tabIndex = 0;
}

function labelOf(select) {
  const label =
    document.querySelector(`label[for="${select.id}"]`) ??
    select.closest("table")?.querySelector(`th.column-${select.name.split("-").pop()}`);
  if (label && !label.id) label.id = `${select.id}_label`;
  return label?.id;
}

function nameAutocomplete(container) {
  const select = container.previousElementSibling;
  const label = select?.matches("select") && labelOf(select);
  if (!label) return;
  for (const part of container.querySelectorAll('[role="textbox"], [role="searchbox"]'))
    part.setAttribute("aria-labelledby", label);
  const box = container.querySelector(".select2-selection--single");
  const shown = container.querySelector(".select2-selection__rendered");
  box?.setAttribute("aria-labelledby", `${label} ${shown.id}`);
}

function nameAll() {
  document.querySelectorAll(".select2-container").forEach(nameAutocomplete);
  for (const field of document.querySelectorAll(".select2-dropdown [role=searchbox]"))
    field.setAttribute("aria-label", "Search");
  for (const box of document.querySelectorAll(".select2-selection[aria-owns]"))
    box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
}

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
