// Flashcards one at a time, turned by a tap, a key or the button. Without this script they
// are a list, and each is opened by itself.

const deck = document.querySelector("[data-deck]");

if (deck) lay(deck);

function lay(deck) {
  const cards = [...deck.querySelectorAll("[data-card]")];
  const first = deck.querySelector("ol").start;
  const tools = deck.querySelector("[data-tools]");
  const turner = tools.querySelector("[data-turn]");
  const onward = document.querySelector("[data-deck] ~ nav [rel=next]");
  let at = 0;

  const sideOf = (card) => card.querySelector("details");
  const frontOf = (card) => card.querySelector("summary");

  function turn() {
    const side = sideOf(cards[at]);
    side.open = !side.open;
  }

  function show(place) {
    const hadFocus = cards[at].contains(document.activeElement);
    at = place;
    cards.forEach((card, n) => {
      card.hidden = n !== at;
      sideOf(card).open = false;
    });
    const said = `${first + at} of ${deck.dataset.total}`;
    tools.querySelector("[data-place]").textContent = said;
    tools.querySelector("[data-go='-1']").disabled = at === 0;
    tools.querySelector("[data-go='1']").disabled = at === cards.length - 1 && !onward;
    turner.setAttribute("aria-controls", cards[at].querySelector(".flash__back").id);
    if (hadFocus) frontOf(cards[at]).focus();
    return said;
  }

  function go(steps) {
    if (at + steps === cards.length && onward) onward.click();
    if (!cards[at + steps]) return;
    const said = show(at + steps);
    const asked = frontOf(cards[at]).querySelector(".flash__asked").textContent;
    document.getElementById("announcer").textContent = `Card ${said}: ${asked}`;
  }

  for (const card of cards) {
    // It comes late, when another card may lie on top.
    sideOf(card).addEventListener("toggle", () => {
      turner.setAttribute("aria-expanded", sideOf(cards[at]).open);
    });
    card.addEventListener("click", (event) => {
      // A summary turns its card by itself; links lead on, and marked text stays marked.
      if (event.target.closest("a, summary") || String(getSelection())) return;
      turn();
    });
  }

  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button === turner) turn();
    else if (button) go(Number(button.dataset.go));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (steps) go(steps);
    const isBusy = event.target.closest("a, button, summary");
    if (![" ", "Enter"].includes(event.key) || isBusy || event.repeat) return;
    event.preventDefault(); // a space would scroll the page
    turn();
  });

  tools.hidden = false;
  deck.dataset.deck = "laid";
  show(0);
}
