// What all pages share: a place for what went wrong, and dialogs.
(() => {
  // In the dialog that is open, as nothing else can be seen, or above the page.
  const say = (text) => {
    const dialog = document.querySelector("dialog[open]");
    let notice = dialog ? dialog.querySelector(".notice") : document.getElementById("notice");
    if (!notice) {
      notice = document.createElement("div");
      notice.className = "notice";
      notice.setAttribute("role", "alert");
      dialog.append(notice);
    }
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
