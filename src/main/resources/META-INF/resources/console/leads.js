// Keeps the list true while it is open: cells change in place, rows stay where they are.
(() => {
  const table = document.getElementById("leads");
  if (!table) return;
  const moved = document.getElementById("moved");
  const rows = () => [...table.tBodies[0].rows];

  const tellOrder = (order) => {
    const shown = rows().map((row) => row.dataset.lead);
    const others = shown.filter((lead, place) => order[place] !== lead).length;
    moved.replaceChildren();
    if (others === 0) return;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Show the new order";
    moved.append(`${others} changed places. `, link);
  };

  const show = (news) => {
    for (const row of news.rows) {
      const old = rows().find((each) => each.dataset.lead === row.lead);
      if (!old) continue;
      const focused = old.contains(document.activeElement);
      old.innerHTML = row.html;
      old.dataset.state = row.state;
      if (focused) old.querySelector("a").focus();
      old.classList.remove("changed");
      void old.offsetWidth;
      old.classList.add("changed");
    }
    tellOrder(news.order);
  };

  const listen = () => {
    const state = rows().map((row) => row.dataset.state).join(",");
    const source = new EventSource(`${table.dataset.live}&state=${state}`);
    source.onmessage = (event) => show(JSON.parse(event.data));
    source.onerror = () => {
      // The stream ended, as it does every minute: go on from what is shown now.
      source.close();
      setTimeout(listen, 3000);
    };
  };
  listen();
})();
