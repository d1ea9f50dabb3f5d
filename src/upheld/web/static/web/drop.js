// Drop files on the frame round the file field. The field itself works without this script.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll("[data-drop]")) {
    const field = frame.querySelector("input[type=file]");
    const stop = (event) => {
      event.preventDefault();
      frame.classList.toggle("over", event.type === "dragover" || event.type === "dragenter");
    };
    for (const kind of ["dragenter", "dragover", "dragleave"]) frame.addEventListener(kind, stop);
    frame.addEventListener("drop", (event) => {
      stop(event);
      if (!event.dataTransfer.files.length) return;
      field.files = event.dataTransfer.files;
      field.focus();
    });
  }
});
