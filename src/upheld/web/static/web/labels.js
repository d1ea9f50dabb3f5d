// Label review by keyboard: j and k lead from label to label, a accepts, r rejects, u takes back.
// Everything here only presses buttons that are on the page.
"use strict";

(() => {
  // The same switch as on the review desk: whoever speaks to the computer can turn single keys off.
  const SWITCH = "upheld-keys";
  const areOff = () => localStorage.getItem(SWITCH) === "off";
  const accepts = () => [...document.querySelectorAll("[data-key=accept]")];
  let place = 0; // where the reader goes on when a text has changed under their hands

  function current() {
    const row = document.activeElement && document.activeElement.closest(".proposal");
    return row || null;
  }

  function go(to) {
    const all = accepts();
    if (!all.length) return;
    place = Math.max(0, Math.min(to, all.length - 1));
    all[place].focus();
    all[place].scrollIntoView({ block: "nearest" });
  }

  function here() {
    const row = current();
    const at = row ? accepts().findIndex((button) => row.contains(button)) : -1;
    if (at >= 0) place = at;
    return at;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (areOff() || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const at = here();
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if ((event.key === "a" || event.key === "r") && at >= 0) {
      const name = event.key === "a" ? "accept" : "reject";
      current().querySelector(`[data-key=${name}]`).click();
    } else if (event.key === "u") {
      const undo = document.querySelector("[data-key=undo]");
      if (undo) undo.click();
    } else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest(".proposal")) here();
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "keys-on") {
      localStorage.setItem(SWITCH, event.target.checked ? "on" : "off");
    }
  });

  // The label that was decided is gone: the one that took its place has the focus now.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.classList.contains("proposed-text")) go(place);
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const hint of document.querySelectorAll(".by-key")) hint.hidden = false;
    const keysOn = document.getElementById("keys-on");
    if (keysOn) keysOn.checked = !areOff();
  });
})();
