// The list of recommendations: "/" leads to the question, and ticked records are counted. The page
// says and does all of it without this script too.
"use strict";

(() => {
  function isTyping(target) {
    return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog");
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (localStorage.getItem("upheld-keys") === "off" || isTyping(event.target)) return;
    const box = document.getElementById("q");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  function count() {
    const ticked = document.querySelectorAll("#list input[name=record]:checked").length;
    for (const place of document.querySelectorAll(".ticked")) {
      place.textContent = ticked ? `(${ticked})` : "";
    }
    if (ticked) {
      const choice = document.querySelector("#list input[name=which][value=ticked]");
      if (choice) choice.checked = true;
    }
  }

  function begin() {
    for (const hint of document.querySelectorAll(".by-key")) hint.hidden = false;
    count();
  }

  document.addEventListener("change", (event) => {
    if (event.target.name === "record") count();
  });
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:afterSettle", begin);
})();
