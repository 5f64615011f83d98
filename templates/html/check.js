"use strict";
// 点文字看说明、点说明看文字；j、k 前后移动；按程度、种类、部门筛选。没有脚本时，两边的链接照样能用。

(() => {
  const notes = [...document.querySelectorAll("aside li[data-n]")];
  const marks = [...document.querySelectorAll("main a[data-n]")];
  const form = document.querySelector(".filters");
  let current = null;

  const numbers = (mark) => mark.dataset.n.split(" ");
  const marksOf = (number) => marks.filter((mark) => numbers(mark).includes(number));
  const noteOf = (number) => notes.find((note) => note.dataset.n === number);
  const visible = () => notes.filter((note) => !note.hidden);

  function clear() {
    for (const element of document.querySelectorAll(".current")) {
      element.classList.remove("current");
      element.removeAttribute("aria-current");
    }
    current = null;
  }

  function select(note, focus) {
    if (!note) return;
    clear();
    current = note;
    const found = marksOf(note.dataset.n);
    for (const element of [note, ...found]) element.classList.add("current");
    note.setAttribute("aria-current", "true");
    note.scrollIntoView({ block: "nearest" });
    if (found.length) found[0].scrollIntoView({ block: "center" });
    const target = focus === "text" && found.length ? found[0] : note;
    target.focus({ preventScroll: true });
  }

  function step(by) {
    const shown = visible();
    if (!shown.length) return;
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
    select(shown[Math.max(0, Math.min(shown.length - 1, next))], "note");
  }

  function filter() {
    const chosen = {};
    for (const box of form.querySelectorAll("input")) {
      chosen[box.name] ??= new Set();
      if (box.checked) chosen[box.name].add(box.value);
    }
    const fits = (note) => Object.entries(chosen).every(([name, values]) => values.has(note.dataset[name] ?? ""));
    for (const note of notes) note.hidden = !fits(note);
    for (const mark of marks) {
      mark.classList.toggle("off", numbers(mark).every((number) => noteOf(number).hidden));
    }
    if (current && current.hidden) clear();
    form.querySelector(".shown").textContent = `显示 ${visible().length} 处，共 ${notes.length} 处`;
  }

  for (const note of notes) {
    note.addEventListener("click", (event) => {
      event.preventDefault();
      select(note, event.target.closest("a.place") ? "text" : "note");
    });
    note.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        select(note, "text");
      }
    });
  }

  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      if (mark.classList.contains("off")) return;
      const shown = numbers(mark).map(noteOf).filter((note) => !note.hidden);
      select(shown[(shown.indexOf(current) + 1) % shown.length], "note");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") clear();
  });

  if (form) {
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.reset();
    filter();
  }
  const target = /^#[nm](\d+)$/.exec(location.hash);
  if (target) select(noteOf(target[1]), "note");
})();
