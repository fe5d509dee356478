/* Light or dark, as a reader chose. Until somebody chooses, the device decides and nothing is kept. */
"use strict";
{
  const NAME = "scheme";
  const DARK = /\(prefers-color-scheme:\s*dark\)/;
  const ALWAYS = { dark: "(min-width: 0)", light: "not all" };
  const box = document.querySelector('[data-script="scheme"]');
  const choice = box.querySelector("select");

  /* Every rule for dark screens, with the words of its own condition. */
  const gather = (rules) =>
    [...rules].flatMap((rule) => [
      ...(rule.media && DARK.test(rule.media.mediaText) ? [[rule.media, rule.media.mediaText]] : []),
      ...(rule.cssRules ? gather(rule.cssRules) : []),
    ]);
  let dark;

  /* Whoever has chosen nothing is spared this: a touched rule makes the browser style the whole page anew. */
  const show = (scheme) => {
    if (!dark && !scheme) return;
    dark ??= [...document.styleSheets].flatMap((sheet) => gather(sheet.cssRules));
    for (const [media, own] of dark) {
      media.mediaText = scheme === "light" ? ALWAYS.light : scheme ? own.replace(DARK, ALWAYS.dark) : own;
    }
    document.documentElement.style.colorScheme = scheme;
  };

  const kept = () => {
    try {
      return localStorage.getItem(NAME) || "";
    } catch {
      return "";
    }
  };

  choice.value = kept() in ALWAYS ? kept() : "";
  show(choice.value);
  choice.addEventListener("change", () => {
    show(choice.value);
    try {
      if (choice.value) localStorage.setItem(NAME, choice.value);
      else localStorage.removeItem(NAME);
    } catch {
      /* A browser that keeps nothing shows the choice on this page alone. */
    }
  });
  addEventListener("beforeprint", () => show("light"));
  addEventListener("afterprint", () => show(choice.value));
  box.hidden = false;
}
