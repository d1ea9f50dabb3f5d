// Passes the question of a form to a passkey and sends its answer. Other ways in need no script.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (list) => (list ?? []).map((key) => ({ ...key, id: toBytes(key.id) }));

async function make(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  };
  const key = await navigator.credentials.create({ publicKey });
  return {
    attestationObject: toText(key.response.attestationObject),
    clientDataJSON: toText(key.response.clientDataJSON),
    key,
  };
}

async function use(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  };
  const key = await navigator.credentials.get({ publicKey });
  return {
    authenticatorData: toText(key.response.authenticatorData),
    clientDataJSON: toText(key.response.clientDataJSON),
    signature: toText(key.response.signature),
    userHandle: key.response.userHandle ? toText(key.response.userHandle) : undefined,
    key,
  };
}

document.addEventListener("DOMContentLoaded", () => {
  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.querySelector("button").hidden = false;
    form.querySelector("[data-passkey-script]").hidden = true;
    form.addEventListener("submit", async (event) => {
      const answer = form.elements.answer;
      if (answer.value) return;
      event.preventDefault();
      try {
        const act = form.dataset.passkey === "make" ? make : use;
        const { key, ...response } = await act(JSON.parse(form.dataset.options));
        const id = toText(key.rawId);
        answer.value = JSON.stringify({ id, rawId: id, type: key.type, response });
        form.submit();
      } catch {
        form.querySelector("[data-passkey-problem]").hidden = false;
      }
    });
  }
});
