// Words that stick out of the window, are cut by a box or a field, or stand upon other words.
() => {
  const found = [], lines = [];
  const say = (what, node) => found.push(`${what}: “${node.textContent.trim().slice(0, 60)}”`);
  const isUnseen = (box) => box.width <= 1 || box.height <= 1;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.textContent.trim() || holder.closest("script, style, template, option, textarea")) continue;
    if (!holder.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const clips = [];
    let isRead = true, isScrolled = false;
    for (let up = holder; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up), box = up.getBoundingClientRect();
      if (style.clipPath !== "none" || (style.position === "absolute" && isUnseen(box)) || box.bottom + scrollY <= 0) isRead = false;
      if (/auto|scroll/.test(style.overflowX)) isScrolled = true;
      if (/hidden|clip/.test(style.overflowX) && !(up instanceof SVGElement)) clips.push(box);
    }
    if (!isRead) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const word of node.textContent.matchAll(/[^\s\u00ad\u200b/@.–—-]{1,12}(?=\s|$)/g)) {
      if (word.index && !/\s/.test(node.textContent[word.index - 1])) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const [first, ...rest] = range.getClientRects();
      if (rest.some((box) => box.top > first.top + 2)) say(`breaks “${word[0]}”`, node);
    }
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(holder).fontSize);
    for (const box of range.getClientRects()) {
      if (isUnseen(box)) continue;
      if (!isScrolled && (box.right > innerWidth + 1 || box.left < -1)) say("sticks out", node);
      if (clips.some((clip) => box.right > clip.right + 1 || box.left < clip.left - 1 || box.bottom > clip.bottom + size / 3)) say("is cut", node);
      const middle = (box.top + box.bottom) / 2, ink = Math.min(size * 0.35, box.height / 2);
      lines.push({ node, left: box.left, right: box.right, top: middle - ink, bottom: middle + ink });
    }
  }
  for (const field of document.querySelectorAll("textarea")) {
    if (field.checkVisibility() && field.scrollHeight > field.clientHeight + 1) found.push(`is cut: “${field.value.slice(-60)}”`);
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom - 1; next += 1) {
      const other = lines[next];
      if (other.node === one.node) continue;
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1) say(`stands upon “${one.node.textContent.trim().slice(0, 40)}”`, other.node);
    }
  });
  return [...new Set(found)];
}
