// What all pages share: a place for what went wrong, and dialogs.
(() => {
  const say = (text) => {
    const notice = document.getElementById("notice");
    notice.textContent = text;
    if (text) notice.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:beforeRequest", () => say(""));
  document.addEventListener("htmx:responseError", (event) => {
    const text = event.detail.xhr.getResponseHeader("Content-Type") || "";
    say(text.startsWith("text/plain") ? event.detail.xhr.responseText : "That did not work. Reload the page and try again.");
  });
  document.addEventListener("htmx:sendError", () => say("The service cannot be reached. Try again in a moment."));

  // <button data-open="id"> opens <dialog id="id">; <button data-close> closes the dialog it is in.
  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-open]");
    if (open) document.getElementById(open.dataset.open).showModal();
    const close = event.target.closest("[data-close]");
    if (close) close.closest("dialog").close();
  });
})();
