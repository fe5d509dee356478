// Where the keyboard is: which control, its box in the page, how its focus is drawn, and whether anything lies over it.
() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const lines = [...one.getClientRects()];
  const isOwn = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return Boolean(top) && (one.contains(top) || top.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(top)));
  };
  const isInside = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = (shares) => lines.flatMap((line) => [0.1, 0.5, 0.9].flatMap((across) => shares.map((down) =>
    [line.left + line.width * across, line.top + line.height * down]))).filter(isInside);
  return {
    index: window.controls.indexOf(one),
    name: `<${one.localName}${one.className ? ` class="${one.getAttribute("class")}"` : ""}> ${(one.innerText ?? "").trim().slice(0, 60)}`,
    left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
    isMarked: one.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && !/, 0\)$|^transparent$/.test(style.outlineColor),
    isInView: points([0.02, 0.5, 0.98]).length > 0,
    isCovered: points([0.2, 0.5, 0.8]).some(([x, y]) => !isOwn(x, y)),
    scrolls: one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight,
    isFixed: Boolean(one.closest("[popover]")) || (() => { for (let up = one; up; up = up.parentElement) if (/fixed|sticky/.test(getComputedStyle(up).position)) return true; return false; })(),
  };
}
