
"use strict";

// The page can be read without this script. It filters the findings, and shows evidence in the full article.
(() => {
  const form = document.getElementById("filter");
  const back = document.getElementById("back");
  const findings = [...document.querySelectorAll(".finding")];

  // Text without case and accents, so that "pena" finds "Peña".
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const texts = new Map(findings.map((finding) => [finding, folded(finding.textContent)]));

  function filter() {
    const text = folded(form.elements.text.value.trim());
    const kind = form.elements.kind.value;
    const article = form.elements.article.value;
    const verdicts = [...form.querySelectorAll("[name=verdict]:checked")].map((box) => box.value);
    for (const finding of findings) {
      const { dataset } = finding;
      finding.hidden = !(
        texts.get(finding).includes(text) &&
        (!kind || dataset.kind === kind) &&
        (!article || dataset.articles.split(" ").includes(article)) &&
        verdicts.includes(dataset.verdict)
      );
    }
    for (const part of document.querySelectorAll(".part")) {
      part.hidden = !part.querySelector(".finding:not([hidden])");
    }
    const shown = findings.filter((finding) => !finding.hidden).length;
    form.elements.count.value = form.dataset.count.replace("{shown}", shown);
  }

  function toggle() {
    const shown = findings.filter((finding) => !finding.hidden);
    const open = !shown.every((finding) => finding.open);
    for (const finding of shown) finding.open = open;
    const { toggle: button } = form.elements;
    button.textContent = open ? button.dataset.close : button.dataset.open;
  }

  // Open what the address leads to, and light up evidence that is cut into pieces.
  function follow() {
    for (const hit of document.querySelectorAll(".hit")) hit.classList.remove("hit");
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) form.reset();
    for (let place = target; place; place = place.parentElement) {
      if (place.localName === "details") place.open = true;
    }
    if (target.dataset.of) {
      for (const piece of document.querySelectorAll(`[data-of="${CSS.escape(target.dataset.of)}"]`)) {
        piece.classList.add("hit");
      }
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    } else {
      back.hidden = true;
      target.scrollIntoView();
    }
  }

  // Remember the finding that was left for the full article, to lead back to it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const finding = link.closest(".finding");
    if (finding && link.classList.contains("place")) {
      back.firstElementChild.href = `#${finding.id}`;
      back.hidden = false;
    }
    if (link.hash === location.hash) follow();
  });

  // A printed page shows the evidence of all that does not simply agree.
  let closed = [];
  addEventListener("beforeprint", () => {
    const shown = (finding) => !["agreement", "single_source"].includes(finding.dataset.verdict);
    closed = findings.filter((finding) => !finding.open && shown(finding));
    for (const finding of closed) finding.open = true;
  });
  addEventListener("afterprint", () => {
    for (const finding of closed) finding.open = false;
  });

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.elements.toggle.addEventListener("click", toggle);
  addEventListener("hashchange", follow);
  filter();
  follow();
})();
