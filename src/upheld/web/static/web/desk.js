// The review desk by keyboard: j and k, Enter, e, s, m, u, ?. Everything here only presses links
// and buttons that are on the page; without this script they can be pressed by hand.
"use strict";

(() => {
  const KEYS = {
    j: "[data-key=next]",
    k: "[data-key=previous]",
    Enter: "[data-key=confirm]",
    e: "[data-key=edit]",
    s: "[data-key=split]",
    m: "[data-key=merge]",
    u: "[data-key=undo]",
    "?": "[data-key=help]",
  };
  // Whoever speaks to the computer, or types by accident, can switch single keys off.
  const SWITCH = "upheld-keys";
  const areOff = () => localStorage.getItem(SWITCH) === "off";
  const narrow = window.matchMedia("(max-width: 68rem)");

  function isTyping(target) {
    return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
  }

  function showsItsOwnAction(target) {
    return target.closest("a, button, summary, input");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (areOff() || isTyping(event.target)) return;
    // Enter on a focused link or button does what that link or button says.
    if (event.key === "Enter" && showsItsOwnAction(event.target)) return;
    const control = KEYS[event.key] && document.querySelector(KEYS[event.key]);
    if (!control) return;
    event.preventDefault();
    control.click();
  });

  // Help: a dialog that the browser itself closes with Escape.
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-key=help]");
    const help = document.getElementById("keys");
    if (opener && help instanceof HTMLDialogElement) {
      event.preventDefault();
      help.showModal();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "keys-on") {
      localStorage.setItem(SWITCH, event.target.checked ? "on" : "off");
    }
  });

  // The list stays as it is while items change beside it: mark the current one, keep it in sight.
  function markCurrent() {
    const record = document.getElementById("record");
    const list = document.getElementById("items");
    if (!record || !list) return;
    for (const link of list.querySelectorAll("a[aria-current]")) {
      if (link.dataset.item !== record.dataset.item) link.removeAttribute("aria-current");
    }
    const current = list.querySelector(`a[data-item="${record.dataset.item}"]`);
    if (current) {
      current.setAttribute("aria-current", "true");
      const row = current.closest("li");
      reveal(row, row, list.querySelector(".items-frame"));
    }
    const frame = document.querySelector("#source .source-frame");
    const marks = document.querySelectorAll("#source .span, #source mark");
    if (frame && marks.length) reveal(marks[0], marks[marks.length - 1], frame);
  }

  // Scrolls only the frame, never the page under the reader's eyes.
  function reveal(first, last, frame) {
    if (!frame || frame.scrollHeight <= frame.clientHeight) return;
    const top = first.getBoundingClientRect().top;
    const bottom = last.getBoundingClientRect().bottom;
    const outer = frame.getBoundingClientRect();
    if (top >= outer.top && bottom <= outer.bottom) return;
    frame.scrollTop += top - outer.top - frame.clientHeight / 3;
  }

  // What is wrong, else the field that a form is about.
  const beginning = () => document.querySelector("#record [data-begin]");

  document.addEventListener("DOMContentLoaded", () => {
    markCurrent();
    beginning()?.focus();
    const keysOn = document.getElementById("keys-on");
    if (keysOn) keysOn.checked = !areOff();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "record") return;
    markCurrent();
    // On a narrow screen one pane is shown at a time: after a choice, the record.
    if (narrow.matches && document.querySelector(".pane:target:not(#record)")) {
      location.replace("#record");
    }
    const place = beginning() || document.getElementById("record-title");
    if (place) place.focus({ preventScroll: !narrow.matches });
  });
})();
