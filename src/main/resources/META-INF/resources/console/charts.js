// Draws each chart from the table beside it, so that both always say the same.
(() => {
  const named = { hot: "--bad", warm: "--engagement", cold: "--quiet", MQL: "--engagement", SQL: "--accent" };
  const others = ["--accent", "--engagement", "--quiet", "--good", "--bad"];
  const charts = [];

  const draw = (chart) => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const head = [...chart.querySelectorAll("thead th")].slice(1).map((cell) => cell.textContent);
    const rows = [...chart.querySelectorAll("tbody tr")];
    const area = chart.dataset.kind === "area";
    return new Chart(chart.querySelector("canvas"), {
      type: area ? "line" : "bar",
      data: {
        labels: rows.map((row) => row.querySelector("th").textContent),
        datasets: head.map((name, i) => {
          const own = colour(named[name] || others[i % others.length]);
          return {
            label: name,
            data: rows.map((row) => Number(row.querySelectorAll("td")[i].textContent)),
            backgroundColor: area ? `${ own }55` : own,
            borderColor: own,
            fill: area,
            pointRadius: area && rows.length === 1 ? 4 : 0,
            borderWidth: area ? 1.5 : 0,
          };
        }),
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        plugins: { legend: { labels: { color: colour("--quiet"), boxWidth: 12 } } },
        scales: {
          x: { ticks: { color: colour("--quiet"), maxRotation: 0, autoSkip: true, maxTicksLimit: 7 }, grid: { display: false } },
          y: { stacked: area, beginAtZero: true, ticks: { color: colour("--quiet"), precision: 0 }, grid: { color: colour("--line") } },
        },
      },
    });
  };

  const all = () => {
    charts.splice(0).forEach((chart) => chart.destroy());
    document.querySelectorAll(".chart").forEach((chart) => charts.push(draw(chart)));
  };
  all();
  document.addEventListener("theme", all);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(all));
})();
