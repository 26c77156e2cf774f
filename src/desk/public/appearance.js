// before the first paint, so that no page flashes in the wrong theme
(() => {
  const root = document.documentElement;
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  root.dataset.theme = read("parley.theme") ?? "system";
  root.dataset.density = read("parley.density") ?? "comfortable";
})();
