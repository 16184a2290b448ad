// On paper nothing can be pressed: before printing everything that can be opened is open, and every panel behind a tab stands under its tab's name (_print.scss shows
// them); afterwards the page is as it was.
export function openForPrint(root: ParentNode): () => void {
  const details = [...root.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  for (const one of details) one.open = true;
  const panels = [...root.querySelectorAll<HTMLElement>("main [role=tabpanel]")];
  for (const panel of panels) {
    const name = document.getElementById(panel.getAttribute("aria-labelledby") ?? "")?.textContent;
    if (name) panel.dataset.printName = name;
  }
  return () => {
    for (const one of details) one.open = false;
    for (const panel of panels) delete panel.dataset.printName;
  };
}

export function watchPrint(): void {
  let close: (() => void) | undefined;
  window.addEventListener("beforeprint", () => {
    close?.();
    close = openForPrint(document);
  });
  window.addEventListener("afterprint", () => {
    close?.();
    close = undefined;
  });
}
