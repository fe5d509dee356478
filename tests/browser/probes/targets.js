// Targets smaller than 24 by 24 pixels that WCAG 2.2 (2.5.8) does not excuse: neither by a free circle of 24 pixels
// around their middle, nor because they stand in a line of words.
() => {
  const LEAST = 24;
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, label[for]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
      && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().bottom + scrollY > 0);
  const controls = all.filter((one) => one.localName !== "label");
  const boxes = new Map(controls.map((one) => [one, one.getBoundingClientRect()]));
  const isSmall = (box) => box.width < LEAST - 0.01 || box.height < LEAST - 0.01;
  const inWords = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    const block = (() => { let up = one.parentElement; while (getComputedStyle(up).display === "inline") up = up.parentElement; return up; })();
    return block.innerText.replace(/\s+/g, " ").trim().length > one.innerText.replace(/\s+/g, " ").trim().length;
  };
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const away = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const isCrowded = (one, box) => controls.some((other) => {
    if (other === one || other.contains(one) || one.contains(other)) return false;
    const near = boxes.get(other);
    const [x, y] = middle(box), [otherX, otherY] = middle(near);
    return away([x, y], near) < LEAST / 2 - 0.01 || (isSmall(near) && Math.hypot(x - otherX, y - otherY) < LEAST - 0.01);
  });
  return controls.filter((one) => isSmall(boxes.get(one)) && !inWords(one) && isCrowded(one, boxes.get(one)))
    .map((one) => `<${one.localName}> ${one.innerText.trim().slice(0, 60)}: ${Math.round(boxes.get(one).width)} by ${Math.round(boxes.get(one).height)}`);
}
