// Sends the file that was dropped or chosen as it is, with what else the form asks for, and goes on where the answer says.
(() => {
  const form = document.getElementById("drop");
  const file = document.getElementById("file");
  const bar = document.getElementById("uploaded");
  const notice = document.getElementById("notice");
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRF-Token"];

  const failed = (text) => {
    document.getElementById("uploading").hidden = true;
    file.value = "";
    notice.textContent = text || "The file could not be sent. Try again in a moment.";
  };

  const send = (chosen) => {
    notice.textContent = "";
    const most = Number(form.dataset.most || Infinity);
    if (chosen.size > most) {
      failed(`${ chosen.name } is larger than ${ Math.floor(most / 1048576) } MB.`);
      return;
    }
    const query = new URLSearchParams(new FormData(form));
    query.set("name", chosen.name);
    document.getElementById("uploading").hidden = false;
    document.getElementById("upload-name").textContent = chosen.name;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 200) location.assign(request.responseText);
      else failed((request.getResponseHeader("Content-Type") || "").startsWith("text/plain") ? request.responseText : "");
    });
    request.addEventListener("error", () => failed());
    request.open("POST", `${ form.dataset.upload }?${ query }`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRF-Token", token);
    request.setRequestHeader("HX-Request", "true");
    request.send(chosen);
  };

  // Where there is more to fill in, a button sends; otherwise the file goes at once.
  const button = form.querySelector("button[type=submit]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button && file.files.length) send(file.files[0]);
  });
  file.addEventListener("change", () => !button && file.files.length && send(file.files[0]));
  for (const type of ["dragenter", "dragover"]) {
    form.addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    if (button) file.files = event.dataTransfer.files;
    else send(event.dataTransfer.files[0]);
  });
})();
