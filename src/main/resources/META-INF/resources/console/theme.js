// Runs before anything is painted: the colours are those chosen last, or else the system's.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = root.dataset.theme;
    root.dataset.bsTheme = chosen || (dark.matches ? "dark" : "light");
  };
  apply();
  dark.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const show = () => button.setAttribute("aria-pressed", String(root.dataset.bsTheme === "dark"));
    show();
    button.addEventListener("click", () => {
      root.dataset.theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
      document.cookie = `assay_theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Strict`;
      apply();
      show();
      document.dispatchEvent(new CustomEvent("theme"));
    });
  });
})();
