// What stays in the window while the page scrolls, and so takes room from the text.
() => [...document.querySelectorAll("body *")].filter((one) =>
  /fixed|sticky/.test(getComputedStyle(one).position) && one.checkVisibility({ visibilityProperty: true })
  && !one.closest(".scroll") && one.getBoundingClientRect().height > 1)
  .map((one) => `<${one.localName} class="${one.getAttribute("class")}">`)
