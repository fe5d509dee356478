// What still moves though the reader asked for less motion: animations, transitions, smooth scrolling.
() => {
  const seconds = (times) => Math.max(...times.split(",").map((one) => parseFloat(one)));
  const moving = [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return style.scrollBehavior === "smooth" || seconds(style.animationDuration) > 0 || seconds(style.transitionDuration) > 0;
  });
  return moving.map((one) => `<${one.localName} class="${one.getAttribute("class")}">`);
}
