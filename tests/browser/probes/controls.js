// What the keyboard must reach on the page: each control that is shown, in the order of the document. Kept for at.js.
() => {
  const which = "a[href], area[href], button, input, select, textarea, summary, audio[controls], video[controls], iframe, [tabindex]";
  window.controls = [...document.querySelectorAll(which)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]")
    && one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0);
  document.activeElement?.blur();
  return window.controls.map((one) => `<${one.localName}> ${(one.getAttribute("aria-label") ?? one.innerText ?? "").trim().slice(0, 60)}`);
}
